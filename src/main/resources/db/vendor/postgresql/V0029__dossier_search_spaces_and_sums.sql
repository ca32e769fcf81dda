-- Names whatever spaces are typed in them: the very name, and any part of it.
create index dossier_company_name_whole on dossier_company (replace(name_key, ' ', ''));
create index dossier_account_person_whole on dossier_account (replace(person_key, ' ', ''));
create index dossier_dossier_trainee_whole on dossier_dossier (replace(trainee_key, ' ', ''));
create index dossier_company_name_spaceless on dossier_company using gin (replace(name_key, ' ', '') gin_trgm_ops);
create index dossier_account_person_spaceless on dossier_account using gin (replace(person_key, ' ', '') gin_trgm_ops);
create index dossier_dossier_trainee_spaceless on dossier_dossier using gin (replace(trainee_key, ' ', '') gin_trgm_ops);

-- What each transfer paid in all, kept as its lines come, change and go: no index adds up.
create table dossier_transfer (
  bank_reference varchar(40) not null primary key,
  amount         bigint      not null,
  lines          integer     not null
);
create index dossier_transfer_amount on dossier_transfer (amount);

create function dossier_add_to_transfer(reference varchar, more bigint, more_lines integer) returns void language sql as $$
  insert into dossier_transfer (bank_reference, amount, lines) values (reference, more, more_lines)
  on conflict (bank_reference) do update
     set amount = dossier_transfer.amount + excluded.amount, lines = dossier_transfer.lines + excluded.lines;
  delete from dossier_transfer where bank_reference = reference and lines = 0 and more_lines < 0;
$$;
create function dossier_sum_transfer() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform dossier_add_to_transfer(old.bank_reference, -old.amount, -1);
  end if;
  if tg_op <> 'DELETE' then
    perform dossier_add_to_transfer(new.bank_reference, new.amount, 1);
  end if;
  return null;
end
$$;
create trigger dossier_payment_comes_or_goes after insert or delete on dossier_payment
  for each row execute function dossier_sum_transfer();
create trigger dossier_payment_changes after update on dossier_payment
  for each row when (old.amount <> new.amount or old.bank_reference <> new.bank_reference)
  execute function dossier_sum_transfer();

insert into dossier_transfer select bank_reference, sum(amount), count(*) from dossier_payment group by bank_reference;
