-- Whether a paper that was handed in is signed; null while the source does not say.
alter table dossier_document add column signed boolean;
