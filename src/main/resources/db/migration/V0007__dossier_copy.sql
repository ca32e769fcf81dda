-- A copy of the institution's information system, refreshed by import: nobody edits it here. Natural keys make an import
-- repeatable. import_run names the run that last brought the row; 0 is the live source.
-- Columns named …_key hold what search compares: lower case, no accents; numbers without signs between.
create table dossier_company (
  siren           varchar(9)   not null primary key,
  name            varchar(200) not null,
  name_key        varchar(400) not null,
  legal_form      varchar(100),
  naf             varchar(6),
  idcc            varchar(4),
  size_band       varchar(2),
  member_number   varchar(40),
  member_key      varchar(40),
  state           varchar(8)   not null,
  import_run      bigint       not null,
  constraint dossier_company_state_known check (state in ('ACTIVE', 'CLOSED'))
);
create index dossier_company_member on dossier_company (member_key);

create table dossier_establishment (
  siret           varchar(14)  not null primary key,
  siren           varchar(9)   not null references dossier_company (siren),
  address         varchar(300),
  postcode        varchar(10),
  commune         varchar(100),
  region_code     varchar(3),
  head_office     boolean      not null,
  state           varchar(8)   not null,
  closed_on       date,
  successor_siret varchar(14),
  import_run      bigint       not null,
  constraint dossier_establishment_state_known check (state in ('ACTIVE', 'CLOSED')),
  constraint dossier_establishment_of_company check (substring(siret from 1 for 9) = siren)
);
create index dossier_establishment_siren on dossier_establishment (siren);
create index dossier_establishment_successor on dossier_establishment (successor_siret);

create table dossier_account (
  email_key       varchar(254) not null primary key,
  email           varchar(254) not null,
  person          varchar(200) not null,
  person_key      varchar(400) not null,
  kind            varchar(12)  not null,
  admin           boolean      not null,
  status          varchar(12)  not null,
  import_run      bigint       not null,
  constraint dossier_account_kind_known check (kind in ('ENTREPRISE', 'OF', 'CFA')),
  constraint dossier_account_status_known check (status in ('A_CONFIRMER', 'ACTIF', 'BLOQUE', 'FERME'))
);

-- scope is the SIRET of one establishment, or the SIREN of a whole company; then siret is null. Removing and adding again
-- is a normal repair: each link since its day is a row of its own.
create table dossier_rattachement (
  account_key     varchar(254) not null references dossier_account (email_key),
  scope           varchar(14)  not null,
  role            varchar(20)  not null,
  since           date         not null,
  siren           varchar(9)   not null,
  siret           varchar(14),
  status          varchar(12)  not null,
  added_by        varchar(200),
  until_on        date,
  import_run      bigint       not null,
  primary key (account_key, scope, role, since),
  constraint dossier_rattachement_one_scope check (scope = coalesce(siret, siren)),
  constraint dossier_rattachement_of_company check (siret is null or substring(siret from 1 for 9) = siren),
  constraint dossier_rattachement_role_known check (role in ('ENTREPRISE', 'ORGANISME_FORMATION', 'CFA', 'TIERS_MANDATE')),
  constraint dossier_rattachement_status_known check (status in ('DEMANDE', 'ACTIF', 'REFUSE', 'RETIRE'))
);
create index dossier_rattachement_siren on dossier_rattachement (siren);

-- Amounts are in cents.
create table dossier_dossier (
  number          varchar(40)  not null primary key,
  number_key      varchar(40)  not null,
  type            varchar(32)  not null,
  employer_siret  varchar(14)  not null references dossier_establishment (siret),
  provider_siret  varchar(14),
  provider_nda    varchar(11),
  trainee         varchar(200) not null,
  trainee_key     varchar(400) not null,
  starts_on       date,
  ends_on         date,
  amount_asked    bigint,
  amount_granted  bigint,
  status          varchar(24)  not null,
  status_at       timestamp with time zone not null,
  complete_at     timestamp with time zone,
  decision_due    date,
  refusal_reason  varchar(1000),
  deca_number     varchar(40),
  deca_key        varchar(40),
  opco_number     varchar(40),
  opco_key        varchar(40),
  import_run      bigint       not null,
  constraint dossier_dossier_type_known check (type in ('CONTRAT_APPRENTISSAGE', 'CONTRAT_PROFESSIONNALISATION', 'PRO_A',
    'PERIODE_RECONVERSION', 'ACTION_FORMATION', 'DISPOSITIF_TRAVAIL_TEMPORAIRE')),
  constraint dossier_dossier_status_known check (status in ('BROUILLON', 'A_VALIDER', 'TRANSMIS', 'INCOMPLET',
    'EN_COURS_INSTRUCTION', 'ACCORDE', 'REFUSE', 'REJETE', 'ANNULE', 'ROMPU', 'SOLDE'))
);
create index dossier_dossier_employer on dossier_dossier (employer_siret, status_at);
create index dossier_dossier_provider on dossier_dossier (provider_siret, status_at);

create table dossier_status_change (
  dossier_number  varchar(40)  not null references dossier_dossier (number),
  at              timestamp with time zone not null,
  status          varchar(24)  not null,
  primary key (dossier_number, at, status)
);

create table dossier_document (
  id              varchar(40)  not null primary key,
  dossier_number  varchar(40)  not null references dossier_dossier (number),
  kind            varchar(32)  not null,
  direction       varchar(8)   not null,
  name            varchar(255) not null,
  media_type      varchar(100),
  size_bytes      bigint,
  sha256          varchar(64),
  dated           date         not null,
  storage_key     varchar(200),
  import_run      bigint       not null,
  constraint dossier_document_direction_known check (direction in ('EMIS', 'DEPOSE'))
);
create index dossier_document_dossier on dossier_document (dossier_number, dated);

create table dossier_invoice (
  issuer_siret    varchar(14)  not null,
  number          varchar(40)  not null,
  number_key      varchar(40)  not null,
  dossier_number  varchar(40)  not null references dossier_dossier (number),
  amount          bigint       not null,
  status          varchar(16)  not null,
  reject_reason   varchar(1000),
  deposited_on    date,
  import_run      bigint       not null,
  primary key (issuer_siret, number),
  constraint dossier_invoice_status_known check (status in ('DEPOSEE', 'EN_CONTROLE', 'REJETEE', 'BONNE_A_PAYER', 'PAYEE'))
);
create index dossier_invoice_dossier on dossier_invoice (dossier_number);
create index dossier_invoice_amount on dossier_invoice (amount);

-- One bank transfer may pay several invoices.
create table dossier_payment (
  bank_reference  varchar(40)  not null,
  reference_key   varchar(40)  not null,
  issuer_siret    varchar(14)  not null,
  invoice_number  varchar(40)  not null,
  amount          bigint       not null,
  paid_on         date         not null,
  import_run      bigint       not null,
  primary key (bank_reference, issuer_siret, invoice_number),
  constraint dossier_payment_invoice foreign key (issuer_siret, invoice_number)
    references dossier_invoice (issuer_siret, number)
);
create index dossier_payment_invoice on dossier_payment (issuer_siret, invoice_number);
create index dossier_payment_amount on dossier_payment (amount, paid_on);
