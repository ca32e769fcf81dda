create table callback_notice (
  version       varchar(20)   not null primary key,
  label         varchar(400)  not null,
  body          varchar(8000) not null,
  hash          varchar(64)   not null,
  published_at  timestamp with time zone not null
);

create table callback_request (
  id               bigint        not null primary key,
  version          integer       not null,
  reference        varchar(8)    not null,
  submission_key   varchar(64)   not null,
  channel          varchar(8)    not null,
  status           varchar(8)    not null,
  received_at      timestamp with time zone not null,
  available_at     timestamp with time zone not null,
  due_at           timestamp with time zone not null,
  first_name       varchar(200)  not null,
  last_name        varchar(200)  not null,
  name_key         varchar(400)  not null,
  email            varchar(254)  not null,
  siret            varchar(14)   not null,
  siren            varchar(9)    not null,
  phone            varchar(16)   not null,
  region_code      varchar(3)    not null,
  sector_code      varchar(40)   not null,
  company_size     varchar(16)   not null,
  topic_code       varchar(40)   not null,
  message          varchar(8000) not null,
  notice_version   varchar(20)   not null,
  notice_hash      varchar(64)   not null,
  consented_at     timestamp with time zone not null,
  taken_by         varchar(60),
  taken_at         timestamp with time zone,
  touched_at       timestamp with time zone,
  unreached        smallint      not null,
  outcome          varchar(16),
  closed_at        timestamp with time zone,
  constraint callback_request_reference_unique unique (reference),
  constraint callback_request_submission_unique unique (submission_key),
  constraint callback_request_status_known check (status in ('REVIEW', 'WAITING', 'TAKEN', 'CLOSED')),
  constraint callback_request_taken_by_somebody check ((status = 'TAKEN') = (taken_by is not null)),
  constraint callback_request_closed_with_outcome check ((status = 'CLOSED') = (outcome is not null and closed_at is not null))
);
create sequence callback_request_seq start with 1 increment by 50;

-- The queue, its later part (planned calls) and every other state, each in the order it is read.
create index callback_request_queue on callback_request (status, available_at, id);
create index callback_request_received on callback_request (received_at, id);
create index callback_request_due on callback_request (status, due_at, id);
create index callback_request_siren on callback_request (siren);

create table callback_attempt (
  id               bigint        not null primary key,
  version          integer       not null,
  request_id       bigint        not null references callback_request (id),
  number           smallint      not null,
  agent            varchar(60)   not null,
  started_at       timestamp with time zone not null,
  ended_at         timestamp with time zone,
  outcome          varchar(16),
  override_reason  varchar(1000),
  constraint callback_attempt_number_unique unique (request_id, number),
  constraint callback_attempt_ended_with_outcome check ((ended_at is null) = (outcome is null))
);
create sequence callback_attempt_seq start with 1 increment by 50;

-- Append-only: who did what to which request, when. Figures are computed from it.
create table callback_fact (
  id               bigint        not null primary key,
  request_id       bigint        not null references callback_request (id),
  kind             varchar(16)   not null,
  at               timestamp with time zone not null,
  actor            varchar(60),
  outcome          varchar(16),
  target           varchar(60),
  until_at         timestamp with time zone,
  note             varchar(8000)
);
create sequence callback_fact_seq start with 1 increment by 50;
create index callback_fact_request on callback_fact (request_id, id);
create index callback_fact_kind on callback_fact (kind, at);
