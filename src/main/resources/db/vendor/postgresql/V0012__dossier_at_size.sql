-- The dossiers of a whole company, newest first, and those of them that are open: a call sheet reads a few rows of the largest
-- employer as fast as of the smallest.
alter table dossier_dossier add column employer_siren varchar(9) generated always as (substring(employer_siret from 1 for 9)) stored;
alter table dossier_dossier add column provider_siren varchar(9) generated always as (substring(provider_siret from 1 for 9)) stored;
create index dossier_dossier_employer_siren on dossier_dossier (employer_siren, status_at);
create index dossier_dossier_provider_siren on dossier_dossier (provider_siren, status_at);
create index dossier_dossier_employer_open on dossier_dossier (employer_siren, status_at)
  where status in ('BROUILLON', 'A_VALIDER', 'TRANSMIS', 'INCOMPLET', 'EN_COURS_INSTRUCTION', 'ACCORDE');
create index dossier_dossier_provider_open on dossier_dossier (provider_siren, status_at)
  where status in ('BROUILLON', 'A_VALIDER', 'TRANSMIS', 'INCOMPLET', 'EN_COURS_INSTRUCTION', 'ACCORDE');

-- Whole words of names. What a misspelt word may mean are words of the copy, so that rare ones are found at once; looking
-- for each of them by groups of three letters read a good part of the index over and over.
create index dossier_company_words_of on dossier_company using gin (regexp_split_to_array(name_key, '[^[:alnum:]]+'));
create index dossier_account_words_of on dossier_account using gin (regexp_split_to_array(person_key, '[^[:alnum:]]+'));
create index dossier_account_email_words_of on dossier_account using gin (regexp_split_to_array(email_key, '[^[:alnum:]]+'));
create index dossier_dossier_words_of on dossier_dossier using gin (regexp_split_to_array(trainee_key, '[^[:alnum:]]+'));
