// What pickers offer: suppliers, owners, papers, accounts of money, categories.
import { get, getAll, getPage } from '@/api/http';
import type { Category, Party } from '@/api/types';
import { issuerName, type DocumentSummary } from '@/modules/documents/document';
import { formatDate } from '@/ui/dates';
import type { Choice } from '@/ui/SearchPicker.vue';

export async function findParties(kind: string, text: string): Promise<Choice[]> {
  const page = await getPage<Party>('/parties', { kind, is_active: true, search: text });
  return page.items.slice(0, 12).map((party) => ({ id: party.id, name: party.name, detail: party.code }));
}
export const findSuppliers = (text: string) => findParties('supplier', text);
export const findOwners = (text: string) => findParties('owner', text);

export async function findPapers(text: string): Promise<Choice[]> {
  const page = await getPage<DocumentSummary>('/documents', { search: text, limit: 12 });
  return page.items
    .filter((paper) => !['refused', 'reading'].includes(paper.status))
    .map((paper) => ({ id: paper.id, name: issuerName(paper) || paper.filename, detail: [paper.number, formatDate(paper.date)].filter(Boolean).join(' · ') || paper.filename }));
}

export const activeCategories = async () => (await getAll<Category>('/expense-categories')).filter((category) => category.is_active);

/** Names of categories, for whoever may see an expense: the list for those who keep it, the budget's lines for the others. */
export async function categoryNames(can: (permission: string) => boolean): Promise<{ code: string; name: string }[]> {
  if (can('read_chart')) return getAll<Category>('/expense-categories');
  if (!can('read_budgets')) return [];
  const budget = await get<{ lines: { category: string; name: string }[] }>('/budgets', { year: new Date().getFullYear() }).catch(() => ({ lines: [] }));
  return budget.lines.map((line) => ({ code: line.category, name: line.name }));
}

interface Collective {
  code: string;
  name: string;
  role?: string | null;
}
/** Accounts that are kept by person; without the chart, those a balance shows with a person behind them. */
export async function collectiveAccounts(can: (permission: string) => boolean): Promise<Collective[]> {
  if (can('read_chart')) return (await getAll<Collective & { is_collective: boolean }>('/accounts')).filter((one) => one.is_collective);
  const balance = await get<{ accounts: { account_code: string; account_name: string; auxiliary_code?: string | null }[] }>('/accounting/trial-balance', { auxiliaries: true });
  const kept = balance.accounts.filter((row) => row.auxiliary_code);
  return [...new Map(kept.map((row) => [row.account_code, { code: row.account_code, name: row.account_name }])).values()];
}

export interface Journal {
  code: string;
  name: string;
  kind: string;
  account_code?: string | null;
  is_active: boolean;
}
/** Bank and cash accounts, each once. */
export async function moneyAccounts(): Promise<{ code: string; name: string }[]> {
  const journals = await getAll<Journal>('/accounting/journals');
  const money = journals.filter((journal) => journal.is_active && journal.account_code && ['bank', 'cash'].includes(journal.kind));
  return [...new Map(money.map((journal) => [journal.account_code!, { code: journal.account_code!, name: journal.name }])).values()];
}
