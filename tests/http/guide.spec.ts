// The accountant's guide, call by call: the shapes are a contract.
import { beforeAll, describe, expect, it } from 'vitest';
import { Client, type ApiPath } from './client';

let accountant: Client;
let organization: string;
const year = new Date().getFullYear();

beforeAll(async () => {
  accountant = await Client.signIn();
  const me = (await accountant.call('GET', '/api/v1/auth/me')).body as { organization: { id: string } };
  organization = me.organization.id;
});

const members = (value: unknown) => Object.keys(value as object);

describe('reading', () => {
  const cases: [ApiPath, string, string[]][] = [
    ['/api/v1/auth/me', '', ['id', 'email', 'roles', 'active_role']],
    ['/api/v1/accounting/ledger', 'account_code=5121', ['account_code', 'account_name', 'period', 'opening_balance', 'entries', 'total_debit', 'total_credit', 'closing_balance']],
    ['/api/v1/accounting/trial-balance', '', ['date', 'accounts', 'total_debit', 'total_credit', 'balanced']],
    ['/api/v1/reports/balance-sheet', `year=${year}`, ['period', 'assets', 'liabilities', 'balance_check']],
    ['/api/v1/reports/income-statement', `year=${year}`, ['period', 'income', 'expenses', 'operating_result', 'financial_result', 'net_result']],
    ['/api/v1/reports/income-statement', `year=${year}&quarter=1`, ['period', 'income', 'expenses', 'net_result']],
    ['/api/v1/reports/activity-report', `year=${year}`, []],
    ['/api/v1/reports/vat-declaration', `quarter=1&year=${year}`, ['period', 'vat_collected', 'vat_deductible', 'vat_balance', 'status', 'details']],
    ['/api/v1/accounting/year-end-checklist', `year=${year}`, ['year', 'checks', 'ready_for_closure']],
    ['/api/v1/accounting/anomalies', '', ['anomalies']],
    ['/api/v1/accounting/dashboard', '', ['current_balance', 'receivables', 'payables', 'cash_flow', 'overdue_invoices', 'alerts']],
    ['/api/v1/accounting/kpis', `year=${year}`, ['year', 'kpis']],
    ['/api/v1/tools/vat-calculator', 'amount=1000&vat_rate=0.21&mode=excl', ['amount_excl_vat', 'vat_amount', 'amount_incl_vat', 'vat_rate']],
  ];
  it.each(cases)('%s?%s', async (path, query, expected) => {
    const takesOrganization = path !== '/api/v1/tools/vat-calculator';
    const answer = await accountant.call('GET', path, { query: [query, takesOrganization && `organization_id=${organization}`].filter(Boolean).join('&') });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(members(answer.body)).toEqual(expect.arrayContaining(expected));
  });

  it('lists that the guide shows bare are bare', async () => {
    for (const path of ['/api/v1/accounts', '/api/v1/audit-logs'] as const) {
      const answer = await accountant.call('GET', path, { query: `organization_id=${organization}` });
      expect(Array.isArray(answer.body), path).toBe(true);
    }
  });

  it('the sheet balances with the result of the year in it', async () => {
    const sheet = (await accountant.call('GET', '/api/v1/reports/balance-sheet', { query: `year=${year}` })).body as { balance_check: { difference: number; balanced: boolean } };
    expect(sheet.balance_check).toMatchObject({ difference: 0, balanced: true });
  });
});

describe('files', () => {
  const cases: [ApiPath, string, string, string][] = [
    ['/api/v1/reports/balance-sheet.pdf', `year=${year}`, 'application/pdf', '%PDF'],
    ['/api/v1/reports/annual.pdf', `year=${year}`, 'application/pdf', '%PDF'],
    ['/api/v1/exports/fec', `year=${year}`, 'text/plain', 'JournalCode\tJournalLib\tEcritureNum'],
    ['/api/v1/exports/noalyss', `start_date=${year}-01-01&end_date=${year}-12-31`, 'text/csv', ''],
    ['/api/v1/exports/json', `year=${year}`, 'application/json', ''],
    ...['balance-sheet', 'income-statement', 'trial-balance', 'ledger', 'vat-declaration'].map(
      (type): [ApiPath, string, string, string] => ['/api/v1/exports/excel', `report_type=${type}&year=${year}`, 'application/vnd.openxmlformats', 'PK'],
    ),
  ];
  it.each(cases)('%s?%s', async (path, query, type, start) => {
    const answer = await accountant.call('GET', path, { query });
    expect(answer.status, JSON.stringify(answer.body).slice(0, 400)).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
    if (start) expect(String(answer.body).replace(/^\uFEFF/, '').startsWith(start)).toBe(true);
  });
});
