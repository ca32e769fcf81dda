-- Files that supervisors asked for. The row stays as the record of who took what out of the house; the file goes after
-- some days. claim is the token of the process that writes it, touched_at tells whether that process still lives.
create table statistics_export (
  id              bigint       not null primary key,
  requested_by    varchar(60)  not null,
  requested_at    timestamp with time zone not null,
  contents        varchar(10)  not null,
  format          varchar(4)   not null,
  language        varchar(2)   not null,
  from_day        date         not null,
  to_day          date         not null,
  measure         varchar(16)  not null,
  dimension       varchar(10)  not null,
  item            varchar(60)  not null,
  status          varchar(8)   not null,
  rows_expected   bigint       not null,
  rows_written    bigint       not null,
  size_bytes      bigint       not null,
  claim           varchar(36),
  touched_at      timestamp with time zone,
  finished_at     timestamp with time zone,
  constraint statistics_export_status_known check (status in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED'))
);
create sequence statistics_export_seq start with 1 increment by 1;
create index statistics_export_status on statistics_export (status, id);

-- Each time somebody took such a file.
create table statistics_export_download (
  export_id       bigint       not null references statistics_export (id),
  downloaded_by   varchar(60)  not null,
  downloaded_at   timestamp with time zone not null
);
create index statistics_export_download_export on statistics_export_download (export_id);
