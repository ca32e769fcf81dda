create index callback_request_siret_prefix on callback_request (siret);
create index callback_request_phone_prefix on callback_request (phone);
create index callback_request_name_part on callback_request (name_key);
