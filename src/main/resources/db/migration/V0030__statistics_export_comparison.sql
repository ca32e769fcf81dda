-- What the figures of a file are compared with, as on the screen from which it was asked for.
alter table statistics_export add column comparison varchar(8) default 'NONE' not null;
