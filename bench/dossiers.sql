-- The copy of the institution's system at size: :rows dossiers, three documents and one invoice each, a tenth as many
-- companies. A few employers and training centres have very many dossiers, as in life.
set client_min_messages = warning;
truncate dossier_company, dossier_account, dossier_word, dossier_transfer cascade;
-- Neither keys nor words nor sums are looked at row by row; words and sums follow at the end.
set session_replication_role = replica;
select setseed(0.42) \gset

create temporary table first_name as select n, name from unnest(string_to_array(
  'Marie Jean Léa Hugo Emma Louis Chloé Lucas Inès Adam Jade Raphaël Louise Arthur Alice Jules Lina Gabriel Rose Nathan Élodie Karim Fatou '
  'Yanis Manon Théo Camille Enzo Zoé Mehdi Sarah Tom Anaïs Noé Clara Maxime Juliette Antoine Aïcha Paul Mathilde Simon Océane Victor', ' '))
  with ordinality as t (name, n);
create temporary table last_name as select row_number() over () as n, a || b as name
  from unnest(string_to_array('Mar Du Ber Le Mo Gar Fou Si La Ro Vin Bou Gi Per Cle Ga Hen Gui Mas Ri Bon Fran Cheva Le Dela Fer Mou Bri Nico Mathi Pi Colin', ' ')) a,
       unnest(string_to_array('tin pont nard roux reau cia rnier mon grand bert cent cher rard rin ment uthier ri llaume son vière net çois lier clerc croix rand lin ault las eu chon ot', ' ')) b;
create temporary table trade as select n, name from unnest(string_to_array(
  'Boulangerie Hôtel Restaurant Propreté Sécurité Intérim Négoce Traiteur Brasserie Gardiennage Nettoyage Formation Institut Centre Atelier Maison', ' '))
  with ordinality as t (name, n);

create or replace function pg_temp.plain(text) returns text language sql immutable as
  $$ select trim(regexp_replace(translate(lower($1), 'àâäçéèêëîïôöùûüœ', 'aaaceeeeiioouuuo'), '[^a-z0-9]+', ' ', 'g')) $$;

-- With the check digit that every SIREN and SIRET ends with.
create or replace function pg_temp.keyed(text) returns text language sql immutable as
  $$ select $1 || (10 - sum(case when n % 2 = 1 then digit * 2 / 10 + digit * 2 % 10 else digit end) % 10) % 10
       from (select n, c::int as digit from unnest(string_to_array(reverse($1), null)) with ordinality as t (c, n)) digits $$;

insert into dossier_company (siren, name, name_key, member_number, member_key, state, import_run)
select pg_temp.keyed((10000000 + i * 37)::text), name, pg_temp.plain(name), 'AD ' || lpad(i::text, 7, '0'), 'ad' || lpad(i::text, 7, '0'), 'ACTIVE', 0
  from (select i, t.name || ' ' || l.name || ' ' || i % 977 as name
          from generate_series(1, :rows / 10) i join trade t on t.n = 1 + i % 16 join last_name l on l.n = 1 + i * 31 % 1024) c;
insert into dossier_establishment (siret, siren, commune, head_office, state, import_run)
select pg_temp.keyed(siren || lpad(k::text, 4, '0')), siren, 'Lyon', k = 1, 'ACTIVE', 0
  from dossier_company, generate_series(1, 2) k;
create temporary table place as select row_number() over (order by siret) as n, siret from dossier_establishment;
create index on place (n);

insert into dossier_account (email_key, email, person, person_key, kind, admin, status, import_run)
select mail, mail, name, pg_temp.plain(name), 'ENTREPRISE', false, 'ACTIF', 0
  from (select f.name || ' ' || l.name as name, replace(pg_temp.plain(f.name || ' ' || l.name), ' ', '.') || i || '@exemple.fr' as mail
          from generate_series(1, :rows / 10) i join first_name f on f.n = 1 + i % 44 join last_name l on l.n = 1 + i * 17 % 1024) a;
insert into dossier_rattachement (account_key, scope, role, since, siren, status, import_run)
select email_key, siren, 'ENTREPRISE', date '2025-01-06', siren, 'ACTIF', 0
  from (select email_key, row_number() over (order by email_key) as n from dossier_account) a
  join (select siren, row_number() over (order by siren) as n from dossier_company) c using (n);

-- The employer of most dossiers, and training centre of many, has 400 establishments and 2,000 accounts.
insert into dossier_establishment (siret, siren, commune, head_office, state, import_run)
select pg_temp.keyed(siren || lpad(k::text, 4, '0')), siren, 'Paris', false, 'ACTIVE', 0
  from (select min(siren) as siren from dossier_company) c, generate_series(3, 400) k;
insert into dossier_rattachement (account_key, scope, role, since, siren, status, import_run)
select email_key, siren, 'ENTREPRISE', date '2025-02-03', siren, 'ACTIF', 0
  from (select email_key from dossier_account order by email_key limit 2000) a, (select min(siren) as siren from dossier_company) c;

create temporary table drawn as
  select i, 1 + (power(random(), 3) * (:rows / 5 - 1))::int as employer, 1 + (power(random(), 2) * 2000)::int as provider,
         1 + (random() * 43)::int as first, 1 + (power(random(), 1.5) * 1023)::int as last, random() as chance
    from generate_series(1, :rows) i;
insert into dossier_dossier (number, number_key, type, employer_siret, provider_siret, trainee, trainee_key, starts_on,
  amount_asked, status, status_at, deca_number, deca_key, import_run)
select 'DOS-' || lpad(i::text, 8, '0'), 'dos' || lpad(i::text, 8, '0'),
       (array['CONTRAT_APPRENTISSAGE', 'CONTRAT_PROFESSIONNALISATION', 'PRO_A', 'ACTION_FORMATION'])[1 + i % 4],
       e.siret, p.siret, f.name || ' ' || l.name, pg_temp.plain(f.name || ' ' || l.name), date '2023-01-01' + i % 1200,
       100000 + i % 700000, (array['ACCORDE', 'SOLDE', 'TRANSMIS', 'INCOMPLET', 'REFUSE', 'SOLDE', 'SOLDE', 'EN_COURS_INSTRUCTION'])[1 + i % 8],
       timestamptz '2023-01-01' + i % 1200 * interval '1 day' + i * interval '1 second',
       '0172025' || lpad(i::text, 8, '0'), '0172025' || lpad(i::text, 8, '0'), 0
  from drawn join place e on e.n = employer join place p on p.n = provider
  join first_name f on f.n = first join last_name l on l.n = last;
insert into dossier_document (id, dossier_number, kind, direction, name, dated, import_run)
select 'DOC-' || i || '-' || k, 'DOS-' || lpad(i::text, 8, '0'), (array['CERFA_10103', 'CONVENTION_FORMATION', 'ACCORD_PRISE_EN_CHARGE'])[k],
       case when k = 3 then 'EMIS' else 'DEPOSE' end, 'document.pdf', date '2023-01-01' + i % 1200, 0
  from generate_series(1, :rows) i, generate_series(1, 3) k;
insert into dossier_invoice (issuer_siret, number, number_key, dossier_number, amount, status, deposited_on, import_run)
select provider_siret, 'F-' || i, 'f' || i, 'DOS-' || lpad(i::text, 8, '0'), 100000 + i % 700000, 'PAYEE', starts_on + 90, 0
  from generate_series(1, :rows) i join dossier_dossier on number = 'DOS-' || lpad(i::text, 8, '0');
insert into dossier_payment (bank_reference, reference_key, issuer_siret, invoice_number, amount, paid_on, import_run)
select 'VIR' || lpad((row_number() over (order by issuer_siret, number) / 8)::text, 9, '0'),
       'vir' || lpad((row_number() over (order by issuer_siret, number) / 8)::text, 9, '0'), issuer_siret, number, amount, deposited_on + 30, 0
  from dossier_invoice;
insert into dossier_word
select distinct word
  from (select name_key as name from dossier_company union all select person_key from dossier_account
        union all select trainee_key from dossier_dossier) names, dossier_words_of(name) as word;
insert into dossier_transfer select bank_reference, sum(amount), count(*) from dossier_payment group by bank_reference;
vacuum analyze dossier_word, dossier_transfer, dossier_company, dossier_establishment, dossier_account, dossier_rattachement, dossier_dossier, dossier_document,
  dossier_invoice, dossier_payment;
