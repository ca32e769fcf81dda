-- What the visitor is told of a closing, apart from the agent's note; questions are slugs, comma-separated.
alter table callback_fact add column answer varchar(8000);
alter table callback_fact add column answer_questions varchar(500);
