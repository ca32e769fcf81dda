-- Prefixes of numbers, and any part of a name with a slip of the pen, at any size of table.
create extension if not exists pg_trgm;
create index dossier_company_siren_prefix on dossier_company (siren varchar_pattern_ops);
create index dossier_company_member_prefix on dossier_company (member_key varchar_pattern_ops);
create index dossier_company_name on dossier_company using gin (name_key gin_trgm_ops);
create index dossier_establishment_siret_prefix on dossier_establishment (siret varchar_pattern_ops);
create index dossier_account_email_prefix on dossier_account (email_key varchar_pattern_ops);
create index dossier_account_email on dossier_account using gin (email_key gin_trgm_ops);
create index dossier_account_person on dossier_account using gin (person_key gin_trgm_ops);
create index dossier_dossier_number on dossier_dossier (number_key varchar_pattern_ops);
create index dossier_dossier_deca on dossier_dossier (deca_key varchar_pattern_ops);
create index dossier_dossier_opco on dossier_dossier (opco_key varchar_pattern_ops);
create index dossier_dossier_trainee on dossier_dossier using gin (trainee_key gin_trgm_ops);
create index dossier_invoice_number on dossier_invoice (number_key varchar_pattern_ops);
create index dossier_payment_reference on dossier_payment (reference_key varchar_pattern_ops);
