import { expect, it } from 'vitest';
import { pageOfLink } from './links';

it('turns a query of the server into a page', () => {
  expect(pageOfLink('/api/v1/accounting/ledger?account_code=514100&start_date=2025-01-01&end_date=2025-12-31&auxiliary_code=L%2012')).toBe(
    '/comptabilite/grand-livre?compte=514100&du=2025-01-01&au=2025-12-31&auxiliaire=L+12',
  );
  expect(pageOfLink('/api/v1/accounting/journal-entries/abc')).toBe('/comptabilite/journal/abc');
  expect(pageOfLink('/api/v1/accounting/drafts/abc')).toBe('/comptabilite/journal/abc?brouillon=1');
  expect(pageOfLink('/api/v1/accounting/provisions?year=2025')).toBe('/comptabilite/provisions?annee=2025');
  expect(pageOfLink('/api/v1/unknown')).toBeNull();
  expect(pageOfLink('')).toBeNull();
});
