create index dossier_company_name on dossier_company (name_key);
create index dossier_account_person on dossier_account (person_key);
create index dossier_dossier_number on dossier_dossier (number_key);
create index dossier_dossier_deca on dossier_dossier (deca_key);
create index dossier_dossier_opco on dossier_dossier (opco_key);
create index dossier_dossier_trainee on dossier_dossier (trainee_key);
create index dossier_invoice_number on dossier_invoice (number_key);
create index dossier_payment_reference on dossier_payment (reference_key);
