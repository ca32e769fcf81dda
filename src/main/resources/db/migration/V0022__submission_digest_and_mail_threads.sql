-- What was first sent under a submission's key, as a digest salted with that key: a correction changes the address and the
-- number, not what was sent. Null for requests from before.
alter table callback_request add column submission_digest varchar(64);

-- Which request a visitor's mail was about, and its Message-ID as far as it may stand in a header of ours: answers name it.
alter table mail_received add column reference varchar(8);
alter table mail_received add column message_id varchar(300);
create index mail_received_reference on mail_received (reference, received_at);
