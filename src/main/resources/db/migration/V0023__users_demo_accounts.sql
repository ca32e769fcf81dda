-- The accounts of the demonstration are known as such, so that they end with it.
alter table user_account add column demo boolean default false not null;
