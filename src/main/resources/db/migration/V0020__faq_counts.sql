-- How the public questions are used, by day of the line's zone; nothing of who uses them. Item: the slug of an answer that
-- was read, the words of a search in vain, or nothing.
create table faq_count (
  kind        varchar(8)   not null,
  counted_on  date         not null,
  item        varchar(80)  not null,
  times       bigint       not null,
  primary key (kind, counted_on, item),
  constraint faq_count_kind_known check (kind in ('READ', 'SEARCH', 'IN_VAIN', 'WORDS'))
);
