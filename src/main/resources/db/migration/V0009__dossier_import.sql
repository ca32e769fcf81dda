-- A file that was received and what became of it. The next byte and line are stored together with the rows read so far, so
-- that a run goes on where a killed process stopped. One run at a time: running_slot is 1 for it and null for all others.
create table dossier_import_run (
  id              bigint       not null primary key,
  kind            varchar(16)  not null,
  source          varchar(8)   not null,
  file_name       varchar(255) not null,
  spool           varchar(60),
  size_bytes      bigint       not null,
  charset         varchar(16)  not null,
  status          varchar(8)   not null,
  fault           varchar(24),
  fault_detail    varchar(300),
  next_byte       bigint       not null,
  next_line       bigint       not null,
  rows_read       bigint       not null,
  rows_stored     bigint       not null,
  rows_refused    bigint       not null,
  started_by      varchar(60),
  received_at     timestamp with time zone not null,
  started_at      timestamp with time zone,
  finished_at     timestamp with time zone,
  running_slot    smallint,
  claim           varchar(36),
  touched_at      timestamp with time zone,
  constraint dossier_import_run_one_at_a_time unique (running_slot),
  constraint dossier_import_run_status_known check (status in ('WAITING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED')),
  constraint dossier_import_run_slot_while_running check ((status = 'RUNNING') = (running_slot is not null))
);
create sequence dossier_import_run_seq start with 1 increment by 1;
create index dossier_import_run_status on dossier_import_run (status, id);

-- Lines that were not stored. line_key is what the line itself is called by, nothing else of it.
create table dossier_import_refusal (
  run_id          bigint       not null references dossier_import_run (id),
  line            bigint       not null,
  field           varchar(40)  not null,
  reason          varchar(24)  not null,
  line_key        varchar(254) not null,
  primary key (run_id, line, field)
);
