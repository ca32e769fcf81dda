-- Regions and overseas territories share one list, never mixed with departments: every region code is also one of theirs.
create table reference_region (
  code       varchar(3)   not null primary key,
  name       varchar(120) not null,
  territory  boolean      not null,
  position   integer      not null,
  active     boolean      not null
);

create table reference_sector (
  code       varchar(40)  not null primary key,
  label      varchar(200) not null,
  position   integer      not null,
  active     boolean      not null
);

create table reference_topic (
  code       varchar(40)  not null primary key,
  label      varchar(200) not null,
  position   integer      not null,
  active     boolean      not null
);
