-- Every word of the names in the copy, once: a misspelt word is looked up here, where there are thousands, and what was meant
-- is then looked up among the millions. Words are learned as rows arrive; one that nobody bears any more does no harm.
create table dossier_word (word varchar(60) not null primary key);
create index dossier_word_similar on dossier_word using gin (word gin_trgm_ops);

create function dossier_words_of(name text) returns setof text language sql immutable as $$
  select distinct word from regexp_split_to_table(name, '[^[:alpha:]]+') as word where length(word) between 4 and 60
$$;

create function dossier_learn_words() returns trigger language plpgsql as $$
begin
  insert into dossier_word
  select words.word from dossier_words_of(to_jsonb(new) ->> tg_argv[0]) as words (word)
   where not exists (select from dossier_word known where known.word = words.word)
   order by 1
  on conflict do nothing;
  return null;
end
$$;
create trigger dossier_company_words after insert or update of name_key on dossier_company
  for each row execute function dossier_learn_words('name_key');
create trigger dossier_account_words after insert or update of person_key on dossier_account
  for each row execute function dossier_learn_words('person_key');
create trigger dossier_account_email_words after insert or update of email_key on dossier_account
  for each row execute function dossier_learn_words('email_key');
create trigger dossier_dossier_words after insert or update of trainee_key on dossier_dossier
  for each row execute function dossier_learn_words('trainee_key');

insert into dossier_word
select distinct word
  from (select name_key as name from dossier_company union all select person_key from dossier_account
        union all select email_key from dossier_account union all select trainee_key from dossier_dossier) names,
       dossier_words_of(name) as word;
