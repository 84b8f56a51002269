-- A party's balance is the sum over its auxiliaries.
create index auxiliary_by_party on auxiliary (organization_id, party_id) where party_id is not null;
