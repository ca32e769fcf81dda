-- How long each request waited for its first call, in open time of the calendar of that day. Written once, when the call
-- starts, because calendars change afterwards. Without foreign key: figures outlive what they were counted from.
create table statistics_first_call (
  request_id    bigint       not null primary key,
  started_at    timestamp with time zone not null,
  open_minutes  integer      not null,
  in_time       boolean      not null
);

-- What happened on each finished day, and in each finished month, in the zone of the line. Every counted day has its
-- row of RECEIVED and ALL, also when nothing happened. May be emptied: it is then counted again from the facts.
create table statistics_count (
  grain         varchar(5)   not null,
  dimension     varchar(10)  not null,
  starts_on     date         not null,
  measure       varchar(16)  not null,
  item          varchar(60)  not null,
  events        bigint       not null,
  total         bigint       not null,
  primary key (grain, dimension, starts_on, measure, item),
  constraint statistics_count_grain_known check (grain in ('DAY', 'MONTH'))
);
