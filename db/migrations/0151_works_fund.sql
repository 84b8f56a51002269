-- Calls for the French works fund are owners' money (105, article 14-2 of the law of 10 July 1965), not income: 705 only takes what works
-- use of it.
update account_role r set account_id = fund.id
from account fund join organization o on o.id = fund.organization_id
where o.chart = 'fr-copropriete' and fund.code = '105' and r.organization_id = fund.organization_id and r.role = 'call_income_reserve';
