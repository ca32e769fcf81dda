-- How many first calls of each finished day, and of each finished month, had been waited for how long, by what first calls are
-- sorted by: pairs of open minutes and calls, "0:12 5:3 480:1", the shortest first. Written with the counts of that day.
create table statistics_wait (
  grain         varchar(5)   not null,
  dimension     varchar(10)  not null,
  starts_on     date         not null,
  item          varchar(60)  not null,
  calls         varchar      not null,
  primary key (grain, dimension, starts_on, item),
  constraint statistics_wait_grain_known check (grain in ('DAY', 'MONTH'))
);

-- Days counted so far lack them: they are counted again from the facts, with the same counts.
truncate table statistics_count;
