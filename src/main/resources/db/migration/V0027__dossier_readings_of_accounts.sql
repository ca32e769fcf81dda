-- A portal account is read as well as a dossier; it is named by its address.
alter table dossier_reading alter column subject_id set data type varchar(254);
alter table dossier_reading drop constraint dossier_reading_subject_known;
alter table dossier_reading add constraint dossier_reading_subject_known
  check (subject in ('COMPANY', 'ACCOUNT', 'DOSSIER', 'DOCUMENT'));
