create table user_account (
  id            bigint       not null primary key,
  version       integer      not null,
  username      varchar(60)  not null,
  display_name  varchar(120) not null,
  password      varchar(200) not null,
  role          varchar(16)  not null,
  enabled       boolean      not null,
  created_at    timestamp with time zone not null,
  constraint user_account_username_unique unique (username),
  constraint user_account_role_known check (role in ('AGENT', 'SUPERVISOR', 'ADMIN'))
);
create sequence user_account_seq start with 1 increment by 50;
