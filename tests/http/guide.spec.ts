// The accountant's guide, endpoint by endpoint, with its own parameters and samples: the shapes are a contract.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, type Answer, type ApiPath } from './client';
import { differences, nullable } from './shape';

const year = new Date().getFullYear() - 1; // the demonstration's first year; the guide writes 2025
const day = `${year}-11-10`;
let login: Answer;
let accountant: Client;
let role: { role_id: string; role_type: string; organization_id: string; organization_name: string };
let organization = '';

// The guide's codes are Belgian: its examples are asked of the residence in Brussels.
beforeAll(async () => {
  login = await Client.login();
  const { user } = login.body as { user: { roles: (typeof role)[] } };
  role = user.roles.find((one) => one.organization_name === 'Les Érables')!;
  organization = role.organization_id;
  accountant = await Client.of(login).switchedTo(role.role_id);
});

// The server remembers where a person worked last; the journeys begin in Marrakech.
afterAll(async () => {
  await Client.signIn();
});

const dryRun = { 'Daftar-Dry-Run': 'true' };
const get = (path: ApiPath, query = '', id?: string) => accountant.call('GET', path, { query: query.replaceAll('{uuid}', organization), ...(id ? { id } : {}) });
function expectShape(answer: Answer, status: number, sample: unknown): void {
  expect(answer.status, JSON.stringify(answer.body).slice(0, 600)).toBe(status);
  expect(differences(sample, answer.body)).toEqual([]);
}

describe('the comparison itself', () => {
  const sample = { total: 1, rows: [{ name: 'a', entry: nullable('x') }] };
  it('takes more keys, an empty list and a null that may be', () => {
    expect(differences(sample, { total: 2, rows: [], more: true })).toEqual([]);
    expect(differences(sample, { total: 2, rows: [{ name: 'b', entry: null }] })).toEqual([]);
  });
  it('names a key that is missing, renamed or of another type', () => {
    expect(differences(sample, { totals: 2, rows: [{ name: 5, entry: 'x' }] })).toEqual(['total: number in the guide, missing here', 'rows[0].name: string in the guide, number here']);
    expect(differences(sample, { total: null, rows: {} })).toHaveLength(2);
  });
});

describe('signing in', () => {
  it('POST /auth/login and POST /auth/switch-role', async () => {
    expect(login.status).toBe(200);
    expectShape(await Client.of(login).call('POST', '/api/v1/auth/switch-role', { body: { role_id: role.role_id } }), 200, { access_token: '' });
  });
  it('GET /auth/me', async () => {
    const sample = { id: '', email: '', roles: [{ role_id: '', role_type: 'Accountant', organization_id: '', organization_name: '' }], active_role: '' };
    const me = await get('/api/v1/auth/me');
    expectShape(me, 200, sample);
    expect(me.body).toMatchObject({ active_role: role.role_id });
  });
});

describe('chart of accounts', () => {
  const account = { id: '', code: '451000', name: '', account_type: 'Asset', parent_code: nullable('45'), organization_id: '', is_active: true, created_at: '' };
  it('GET /accounts is a bare list', async () => {
    const accounts = await get('/api/v1/accounts', 'organization_id={uuid}');
    expectShape(accounts, 200, [account]);
    expect((accounts.body as unknown[]).length).toBeGreaterThanOrEqual(90);
  });
  it('GET /accounts/code/451000', async () => {
    const found = await get('/api/v1/accounts/code/{code}', '', '451000');
    expectShape(found, 200, account);
    expect(found.body).toMatchObject({ code: '451000', name: 'TVA à récupérer', account_type: 'Asset', parent_code: '45', organization_id: organization, is_active: true });
  });
  it('POST /accounts, and what it refuses', async () => {
    const body = { code: '612500', name: 'Frais de gestion syndic', account_type: 'Expense', parent_code: '61', organization_id: organization };
    const post = (more: object) => accountant.call('POST', '/api/v1/accounts', { body: { ...body, ...more }, headers: dryRun });
    expectShape(await post({}), 201, account);
    // Every type of the guide, each in a class it may stand in; a charge's class takes no other.
    const places = { Asset: '41', Liability: '44', Equity: '14', Income: '74', Expense: '61', OffBalance: '09' };
    for (const [type, parent_code] of Object.entries(places)) expect((await post({ code: `${parent_code}9999`, parent_code, account_type: type })).status, type).not.toBe(400);
    expect((await post({ account_type: 'Asset' })).body).toMatchObject({ code: 'type_not_of_class' });
    expect((await post({ code: '451000', parent_code: '45', account_type: 'Asset' })).status).toBe(409);
    expect((await post({ account_type: 'Charge' })).status).toBe(400);
    expect((await post({ parent_code: '6999' })).status).toBe(422);
    expect((await post({ code: '712500' })).status).toBe(422);
  });
  it('PUT /accounts/{id}', async () => {
    const { id } = (await get('/api/v1/accounts/code/{code}', '', '612')).body as { id: string };
    const put = await accountant.call('PUT', '/api/v1/accounts/{id}', { id, body: { is_active: false }, headers: dryRun });
    expectShape(put, 200, account);
    expect(put.body).toMatchObject({ is_active: false });
  });
  it('POST /accounts/seed/belgian-pcmn', async () => {
    expectShape(await accountant.call('POST', '/api/v1/accounts/seed/belgian-pcmn', { query: `organization_id=${organization}`, headers: dryRun }), 200, {});
  });
});

describe('entries', () => {
  const line = (account_code: string, description: string, debit: number, credit: number) => ({ account_code, description, debit, credit });
  const paid = {
    date: day,
    description: 'Paiement facture électricité novembre',
    lines: [line('610100', 'Électricité communs', 500, 0), line('451000', 'TVA récupérable (21%)', 105, 0), line('550000', 'Paiement banque', 0, 605)],
  };
  it('POST /accounting/journal-entries', async () => {
    const call = { date: `${year}-10-01`, description: 'Appel de fonds T4', lines: [line('440000', 'Créance copropriétaires', 10800, 0), line('700000', 'Charges locatives', 0, 10800)] };
    const receipt = { date: `${year}-10-25`, description: 'Paiement charges T4 - Copro Dupont', lines: [line('550000', 'Banque', 450, 0), line('440000', 'Créance copropriétaires', 0, 450)] };
    for (const body of [paid, call, receipt]) expectShape(await accountant.call('POST', '/api/v1/accounting/journal-entries', { body, headers: dryRun }), 201, { id: '', date: '', description: '' });
    const unbalanced = { ...paid, lines: [paid.lines[0], line('550000', '', 0, 505)] };
    expect(await accountant.call('POST', '/api/v1/accounting/journal-entries', { body: unbalanced, headers: dryRun })).toMatchObject({ status: 422, body: { code: 'lines_must_balance' } });
  });
  it('POST /expenses', async () => {
    const buildings = (await get('/api/v1/buildings')).body as { items: { id: string }[] };
    const item = { description: 'Tonte et taille', quantity: 10.0, unit_price: 100.0, vat_rate: 0.21 };
    const body = { building_id: buildings.items[0]!.id, description: 'Entretien espaces verts - Novembre', expense_date: day, category: 'Maintenance', line_items: [item] };
    const answer = await accountant.call('POST', '/api/v1/expenses', { body, headers: dryRun });
    expectShape(answer, 201, { id: '', total_amount: 1210, vat_amount: 210, imputations: [{ account_code: '610300', account_name: '', debit: 1000, credit: 0 }] });
    expect(answer.body).toMatchObject({ net_amount: 1000, vat_amount: 210, total_amount: 1210 });
  });
  it('GET /audit-logs is a bare list', async () => {
    // Without the VAT, which the closing below would want to see filed.
    const untaxed = { ...paid, lines: [line('610100', 'Électricité communs', 605, 0), line('550000', 'Paiement banque', 0, 605)] };
    const posted = await accountant.call('POST', '/api/v1/accounting/journal-entries', { body: untaxed });
    const { id } = posted.body as { id: string };
    const logs = await get('/api/v1/audit-logs', 'entity_type=JournalEntry&organization_id={uuid}');
    expectShape(logs, 200, [{ timestamp: '', user: '', action: 'CREATE', entity_type: 'JournalEntry', entity_id: '', details: {}, ip_address: nullable('192.168.1.100') }]);
    const created = (logs.body as { entity_id: string; action: string; user: string; details: object }[]).find((log) => log.entity_id === id);
    expect(created).toMatchObject({ action: 'CREATE', user: expect.stringContaining('@'), details: { description: paid.description, amount: 605 } });
    expect((await accountant.call('POST', '/api/v1/accounting/journal-entries/{id}/reverse', { id, body: {} })).status).toBe(201);
  });
  it('GET /accounting/ledger', async () => {
    const entry = { date: '', description: '', debit: 0, credit: 0, balance: 0 };
    const ledger = await get('/api/v1/accounting/ledger', `account_code=550000&start_date=${year}-01-01&end_date=${year}-12-31`);
    expectShape(ledger, 200, { account_code: '', account_name: '', period: '', opening_balance: 0, entries: [entry], total_debit: 0, total_credit: 0, closing_balance: 0 });
    expect(ledger.body).toMatchObject({ account_code: '550000', period: `${year}-01-01 to ${year}-12-31` });
    const found = ledger.body as { opening_balance: number; entries: (typeof entry)[] };
    expect(found.entries.length).toBeGreaterThan(0);
    expect(found.entries[0]!.balance).toBeCloseTo(found.opening_balance + found.entries[0]!.debit - found.entries[0]!.credit, 2);
  });
  it('GET /accounting/trial-balance', async () => {
    const account = { account_code: '', account_name: '', debit: 0, credit: 0, balance: 0 };
    const balance = await get('/api/v1/accounting/trial-balance', `organization_id={uuid}&date=${day}`);
    expectShape(balance, 200, { date: '', accounts: [account], total_debit: 0, total_credit: 0, balanced: true });
    expect(balance.body).toMatchObject({ date: day, balanced: true });
  });
  it('POST /tools/auto-match-entries', async () => {
    const matched = await accountant.call('POST', '/api/v1/tools/auto-match-entries', { query: `account_code=440000&organization_id=${organization}`, headers: dryRun });
    expectShape(matched, 200, {});
  });
  it('GET /accounting/bank-reconciliation', async () => {
    const reconciliation = await get('/api/v1/accounting/bank-reconciliation', `account_code=550000&date=${day}`);
    const item = { date: '', description: '', amount: 0 };
    // No statement had come by then: its balance is unknown, not zero, and so is what follows from it.
    expectShape(reconciliation, 200, { account: '', date: '', book_balance: 0, bank_statement_balance: nullable(0), outstanding_items: [item], reconciled_balance: nullable(0), status: '' });
    const { bank_statement_balance, reconciled_balance } = reconciliation.body as Record<string, number | null>;
    expect(reconciled_balance === null).toBe(bank_statement_balance === null);
    expect(reconciliation.body).toMatchObject({ account: '550000 - Banque', date: day });
  });
});

describe('reports', () => {
  it('GET /reports/vat-declaration', async () => {
    const rate = { base: 0, vat: 0 };
    const declaration = await get('/api/v1/reports/vat-declaration', `organization_id={uuid}&quarter=4&year=${year}`);
    expectShape(declaration, 200, {
      period: '',
      vat_collected: 0,
      vat_deductible: 0,
      vat_balance: 0,
      status: '',
      details: { vat_6_percent: rate, vat_12_percent: rate, vat_21_percent: rate },
    });
    expect(declaration.body).toMatchObject({ period: `${year}-Q4` });
  });
  it('GET /reports/balance-sheet', async () => {
    const sheet = await get('/api/v1/reports/balance-sheet', `organization_id={uuid}&year=${year}`);
    expectShape(sheet, 200, {
      period: '',
      assets: { fixed_assets: { buildings: 0, equipment: 0, total: 0 }, current_assets: { receivables: 0, bank: 0, cash: 0, total: 0 }, total_assets: 0 },
      liabilities: {
        equity: { capital: 0, reserves: 0, retained_earnings: 0, total: 0 },
        long_term_liabilities: { provisions: 0, total: 0 },
        current_liabilities: { suppliers: 0, total: 0 },
        total_liabilities: 0,
      },
      balance_check: { assets: 0, liabilities: 0, difference: 0, balanced: true },
    });
    expect(sheet.body).toMatchObject({ period: String(year), balance_check: { difference: 0, balanced: true } });
  });
  it('GET /reports/income-statement, of a year and of a quarter', async () => {
    const expenses = { property_expenses: 0, utilities: 0, maintenance: 0, management_fees: 0, insurance: 0, other_expenses: 0, total_expenses: 0 };
    const sample = { period: '', income: { rental_charges: 0, other_income: 0, total_income: 0 }, expenses, operating_result: 0, financial_result: 0, net_result: 0 };
    for (const [more, period] of [['', `${year}`], ['&quarter=4', `${year}-Q4`]]) {
      const statement = await get('/api/v1/reports/income-statement', `organization_id={uuid}&year=${year}${more}`);
      expectShape(statement, 200, sample);
      expect(statement.body).toMatchObject({ period });
    }
  });
  it('GET /reports/activity-report holds the five things the guide lists', async () => {
    expectShape(await get('/api/v1/reports/activity-report', `organization_id={uuid}&year=${year}`), 200, {
      summary: { revenue: 0, expenses: 0, result: 0 },
      cash_evolution: [{ balance: 0 }],
      unpaid: { total: 0, recovery_rate: nullable(0) },
      expenses_by_category: [{ name: '', amount: 0, previous: nullable(0) }],
    });
  });
  it('GET /accounting/dashboard', async () => {
    expectShape(await get('/api/v1/accounting/dashboard', 'organization_id={uuid}'), 200, {
      current_balance: 0,
      receivables: 0,
      payables: 0,
      cash_flow: { last_30_days: { inflows: 0, outflows: 0, net: 0 } },
      overdue_invoices: { count: 0, total_amount: 0 },
      alerts: [{ type: '', message: '', severity: '' }],
    });
  });
  it('GET /accounting/kpis', async () => {
    const figure = nullable(0); // null where there is nothing to compare with
    const kpis = await get('/api/v1/accounting/kpis', `organization_id={uuid}&year=${year}`);
    expectShape(kpis, 200, {
      year,
      kpis: { collection_rate: figure, average_payment_delay: figure, operating_margin: figure, cash_coverage_months: figure, budget_variance: { income: figure, expenses: figure } },
    });
    expect((kpis.body as { kpis: Record<string, unknown> }).kpis.collection_rate).not.toBeNull();
  });
  it('GET /accounting/anomalies', async () => {
    const anomaly = { type: '', severity: 'HIGH', entry_id: nullable(''), expense_id: nullable(''), description: '' };
    const found = await get('/api/v1/accounting/anomalies', 'organization_id={uuid}');
    expectShape(found, 200, { anomalies: [anomaly] });
    for (const one of (found.body as { anomalies: { severity: string }[] }).anomalies) expect(['HIGH', 'MEDIUM', 'LOW']).toContain(one.severity);
  });
  it.each([
    ['excl', '1000', { amount_excl_vat: 1000, vat_amount: 210, amount_incl_vat: 1210, vat_rate: 0.21 }],
    ['incl', '1210', { amount_excl_vat: 1000, vat_amount: 210, amount_incl_vat: 1210, vat_rate: 0.21 }],
  ])('GET /tools/vat-calculator, %s', async (mode, amount, wanted) => {
    expect((await get('/api/v1/tools/vat-calculator', `amount=${amount}&vat_rate=0.21&mode=${mode}`)).body).toMatchObject(wanted);
  });
});

describe('year end', () => {
  it('GET /accounting/year-end-checklist', async () => {
    const list = await get('/api/v1/accounting/year-end-checklist', `organization_id={uuid}&year=${year}`);
    expectShape(list, 200, { year, checks: [{ item: '', status: 'OK', details: '' }], ready_for_closure: true });
    const { checks } = list.body as { checks: { item: string; status: string }[] };
    expect(checks[0]!.item).toBe('Balance équilibrée');
    for (const check of checks) expect(['OK', 'WARNING', 'PENDING', 'ERROR']).toContain(check.status);
  });
  it('POST /accounting/year-end-close', async () => {
    const closed = await accountant.call('POST', '/api/v1/accounting/year-end-close', { query: `organization_id=${organization}&year=${year}`, headers: dryRun });
    const opening = { total_assets: 0, total_liabilities: 0, equity: 0 };
    expectShape(closed, 200, { year, closure_date: '', net_result: 0, status: '', [`opening_balance_${year + 1}`]: opening });
    expect(closed.body).toMatchObject({ year, closure_date: `${year}-12-31T23:59:59Z`, status: 'Closed' });
  });
  it('POST /accounting/year-end-reopen is for SuperAdmin alone', async () => {
    const query = `organization_id=${organization}&year=${year}`;
    expect(await accountant.call('POST', '/api/v1/accounting/year-end-reopen', { query })).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect((await Client.nobody.call('POST', '/api/v1/accounting/year-end-reopen', { query })).status).toBe(401);
  });
});

describe('files', () => {
  const period = `start_date=${year}-01-01&end_date=${year}-12-31`;
  const cases: [ApiPath, string, string, string][] = [
    ['/api/v1/reports/balance-sheet.pdf', `year=${year}`, 'application/pdf', '%PDF'],
    ['/api/v1/reports/annual.pdf', `year=${year}`, 'application/pdf', '%PDF'],
    ['/api/v1/reports/year-end-pack.pdf', `year=${year}`, 'application/pdf', '%PDF'],
    ['/api/v1/exports/fec', `year=${year}`, 'text/plain', 'JournalCode\tJournalLib\tEcritureNum'],
    ['/api/v1/exports/noalyss', period, 'text/csv', ''],
    ['/api/v1/exports/json', `year=${year}`, 'application/json', ''],
    ...['balance-sheet', 'income-statement', 'trial-balance', 'ledger', 'vat-declaration'].map(
      (type): [ApiPath, string, string, string] => ['/api/v1/exports/excel', `report_type=${type}&year=${year}`, 'application/vnd.openxmlformats', 'PK'],
    ),
  ];
  it.each(cases)('GET %s?%s', async (path, query, type, start) => {
    const answer = await get(path, `organization_id={uuid}&${query}`);
    expect(answer.status, JSON.stringify(answer.body).slice(0, 400)).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
    if (start) expect(String(answer.body).replace(/^\uFEFF/, '').startsWith(start)).toBe(true);
  });
});
