-- Two years of a line: :rows requests received in office hours, five facts each, the newest 400 still waiting. About one a day
-- is of a region, an outcome, an agent or a second call of which there is no other.
truncate callback_fact, callback_attempt, callback_request, statistics_first_call, statistics_count, statistics_wait cascade;
create temporary table life as
select i, received_at, wait, received_at + wait as called_at, received_at + wait + talk as ended_at, i <= :rows - 400 as closed,
       case i % 1400 when 1 then 'DUPLICATE'
         else (array['RESOLVED', 'INFORMED', 'RESOLVED', 'OUT_OF_SCOPE', 'WRONG_NUMBER'])[1 + (random() * 4)::int] end as outcome,
       'agent' || case i % 1400 when 2 then 99 else (random() * 29)::int end as agent, (random() ^ 2 * 540)::int as open_minutes
  from (select i, least(day - case extract(isodow from day) when 6 then interval '1 day' when 7 then interval '2 days' else interval '0' end
                 + interval '8 hours' + random() * interval '8 hours', now() - random() * interval '2 hours') as received_at,
               random() ^ 2 * interval '9 hours' as wait, interval '3 minutes' + random() * interval '8 minutes' as talk
          from (select i, date_trunc('day', now()) - floor((:rows - i) * 730.0 / :rows) * interval '1 day' as day
                  from generate_series(1, :rows) i) days) lives;
insert into callback_request (id, version, reference, submission_key, channel, status, received_at, available_at, due_at,
  first_name, last_name, name_key, email, siret, siren, phone, region_code, sector_code, company_size, topic_code, message,
  notice_version, notice_hash, consented_at, taken_by, unreached, outcome, closed_at)
select i, 0, 'B' || lpad(i::text, 7, '0'), md5(i::text), (array['FORM', 'FORM', 'API'])[1 + (random() * 2)::int],
  case when closed then 'CLOSED' else 'WAITING' end, received_at, received_at, received_at + interval '1 day',
  'Prénom', 'Nom' || i, 'nom' || i || ' prenom', 'client' || i || '@exemple.fr',
  '099' || lpad((i * 7 % 1000000)::text, 6, '0') || '00011', '099' || lpad((i * 7 % 1000000)::text, 6, '0'),
  '+3319900' || lpad((i % 10000)::text, 4, '0'),
  case i % 1400 when 3 then '977' else (array['11', '11', '11', '84', '84', '93', '75', '76', '32', '44', '28', '52', '53', '24', '27', '94', '01', '02', '03', '04', '06', '975', '978'])
    [1 + (random() ^ 1.5 * 22)::int] end,
  (array['HCR', 'HCR', 'PROPRETE', 'RESTAURATION_RAPIDE', 'PREVENTION_SECURITE', 'TRAVAIL_TEMPORAIRE', 'ORGANISMES_FORMATION', 'DECHETS', 'AUTRE'])
    [1 + (random() ^ 1.5 * 8)::int],
  (array['UNDER_11', 'ELEVEN_OR_MORE'])[1 + (random())::int],
  (array['SUIVI_DEMANDE', 'SUIVI_DEMANDE', 'DEPOT_DEMANDE', 'CREATION_COMPTE', 'FINANCEMENT', 'ALTERNANCE', 'AUTRE'])[1 + (random() * 6)::int],
  repeat('Où en est le dossier de notre apprentie ? ', 8), 'banc', md5('banc'), received_at, null, 0,
  case when closed then outcome end, case when closed then ended_at end
from life;
insert into callback_fact (id, request_id, kind, at, actor, outcome)
select row_number() over (order by at, place), i, kind, at, actor, outcome from (
  select i, 1 as place, 'RECEIVED' as kind, received_at as at, null as actor, null as outcome from life
  union all select i, 2, 'CALL_STARTED', received_at + wait / 3, agent, null from life where closed and i % 1400 = 4
  union all select i, 3, 'CALL_ENDED', received_at + wait / 2, agent, 'NO_ANSWER' from life where closed and i % 1400 = 4
  union all select i, 4, 'TAKEN', called_at, agent, null from life where closed
  union all select i, 5, 'CALL_STARTED', called_at, agent, null from life where closed
  union all select i, 6, 'CALL_ENDED', ended_at, agent, outcome from life where closed
  union all select i, 7, 'CLOSED', ended_at, agent, outcome from life where closed) facts;
insert into statistics_first_call (request_id, started_at, open_minutes, in_time)
select i, called_at, open_minutes, open_minutes <= 480 from life where closed;
-- What the public questions saw on these days: forty answers read and asked after, two hundred texts looked for in vain.
truncate faq_count;
insert into faq_count (kind, counted_on, item, times)
select kind, current_date - day, item, 1 + (random() * 20)::int
  from generate_series(0, 729) day, (
    select 'SEARCH' as kind, '' as item union all select 'IN_VAIN', ''
    union all select kind, 'question-' || i from generate_series(1, 40) i, (values ('READ'), ('ASKED')) kinds (kind)
    union all select 'WORDS', 'mot ' || translate(i::text, '0123456789', 'abcdefghij') from generate_series(1, 200) i) uses;
alter sequence callback_request_seq restart with 2000000;
alter sequence callback_fact_seq restart with 10000000;
vacuum analyze callback_request;
vacuum analyze callback_fact;
vacuum analyze statistics_first_call;
vacuum analyze faq_count;
checkpoint;
