-- What each transfer paid in all.
create view dossier_transfer as
  select bank_reference, cast(sum(amount) as bigint) as amount from dossier_payment group by bank_reference;
