-- Requests of every age: :rows in all, the newest 40 % waiting, each of a company and number of its own.
truncate callback_fact, callback_attempt, callback_request cascade;
insert into callback_request (id, version, reference, submission_key, channel, status, received_at, available_at, due_at,
  first_name, last_name, name_key, email, siret, siren, phone, region_code, sector_code, company_size, topic_code, message,
  notice_version, notice_hash, consented_at, taken_by, unreached, outcome, closed_at)
select i, 0, 'B' || lpad(i::text, 7, '0'), md5(i::text), 'FORM',
  case when i > :rows * 0.6 then 'WAITING' else 'CLOSED' end, ts, ts, ts + interval '1 day',
  'Prénom', 'Nom' || i, 'nom' || i || ' prenom', 'client' || i || '@exemple.fr',
  '099' || lpad((i * 7 % 1000000)::text, 6, '0') || '00011', '099' || lpad((i * 7 % 1000000)::text, 6, '0'),
  '+33199' || lpad((i % 1000000)::text, 6, '0'),
  (array['11','84','93','75','76','32','44','28','52','53'])[1 + i % 10], 'HCR', 'UNDER_11', 'SUIVI_DEMANDE',
  repeat('Où en est le dossier de notre apprentie ? ', 8), 'banc', md5('banc'), ts, null, 0,
  case when i > :rows * 0.6 then null else 'RESOLVED' end, case when i > :rows * 0.6 then null else ts + interval '3 hours' end
from (select i, now() - (:rows - i) * interval '63 seconds' as ts from generate_series(1, :rows) i) g;
alter sequence callback_request_seq restart with 2000000;
vacuum analyze callback_request;
vacuum analyze callback_fact;
checkpoint;
