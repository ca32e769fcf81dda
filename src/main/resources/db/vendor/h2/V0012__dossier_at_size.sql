-- The dossiers of a whole company, newest first.
alter table dossier_dossier add column employer_siren varchar(9) generated always as (substring(employer_siret from 1 for 9));
alter table dossier_dossier add column provider_siren varchar(9) generated always as (substring(provider_siret from 1 for 9));
create index dossier_dossier_employer_siren on dossier_dossier (employer_siren, status_at);
create index dossier_dossier_provider_siren on dossier_dossier (provider_siren, status_at);
