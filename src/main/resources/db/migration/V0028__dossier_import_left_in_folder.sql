-- A file of the watched folder that could not be removed from there: when somebody last wrote to it. With its name and size it
-- is known again, also by the next process, and not read twice.
alter table dossier_import_run add column left_unchanged_since timestamp with time zone;
-- Until now a second row said REFUSED of a file that was imported.
delete from dossier_import_run where fault = 'NOT_REMOVED';
