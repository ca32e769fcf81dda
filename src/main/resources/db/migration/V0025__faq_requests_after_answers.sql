-- A request for a call-back that was sent from the page of an answer is counted beside its readings. Item: its slug.
alter table faq_count drop constraint faq_count_kind_known;
alter table faq_count add constraint faq_count_kind_known check (kind in ('READ', 'SEARCH', 'IN_VAIN', 'WORDS', 'ASKED'));
