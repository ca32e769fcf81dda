-- What only PostgreSQL has: prefixes of numbers and any part of a name, at any size of table.
create extension if not exists pg_trgm;
create index callback_request_siret_prefix on callback_request (siret varchar_pattern_ops);
create index callback_request_phone_prefix on callback_request (phone varchar_pattern_ops);
create index callback_request_name_part on callback_request using gin (name_key gin_trgm_ops);
