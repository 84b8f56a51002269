// The chart of the organization, fetched once per session and role, and found by code or name.
import { defineStore } from 'pinia';
import { get, getPage } from '@/api/http';
import { useSession } from '@/api/session';
import { foldText } from '@/ui/tableState';

export interface Account {
  id: string;
  code: string;
  name: string;
  account_type: string;
  parent_code: string | null;
  is_active: boolean;
}

/** Accounts that start with the typed digits come first, then names that hold every word. */
export function findAccounts(accounts: readonly Account[], typed: string, limit = 12): Account[] {
  const wanted = foldText(typed.trim());
  if (wanted === '') return accounts.slice(0, limit);
  const words = wanted.split(/\s+/);
  const rank = (account: Account) => {
    if (account.code.startsWith(wanted)) return 2;
    const name = foldText(`${account.code} ${account.name}`);
    return words.every((word) => name.includes(word)) ? 1 : 0;
  };
  return accounts
    .map((account) => ({ account, rank: rank(account) }))
    .filter((one) => one.rank > 0)
    .sort((left, right) => right.rank - left.rank || left.account.code.localeCompare(right.account.code))
    .slice(0, limit)
    .map((one) => one.account);
}

/** The types that an account of this class may have: charges and income are classes 6 and 7, in every chart. */
export function fittingTypes(code: string): string[] {
  return /^[67]/.test(code) ? ['Expense', 'Income'] : ['Asset', 'Liability', 'Equity', 'OffBalance'];
}

/** Depth of each account under its parents, for an indented list. */
export function depths(accounts: readonly Account[]): Map<string, number> {
  const byCode = new Map(accounts.map((account) => [account.code, account]));
  const depthOf = (account: Account, guard = 0): number => {
    const parent = account.parent_code ? byCode.get(account.parent_code) : undefined;
    return parent && guard < 12 ? 1 + depthOf(parent, guard + 1) : 0;
  };
  return new Map(accounts.map((account) => [account.code, depthOf(account)]));
}

/** For those who read the reports without the chart: the accounts that a balance shows. */
async function movedAccounts(): Promise<Account[]> {
  const balance = await get<{ accounts: { account_code: string; account_name: string }[] }>('/accounting/trial-balance');
  return balance.accounts.map((one) => ({ id: one.account_code, code: one.account_code, name: one.account_name, account_type: '', parent_code: null, is_active: true }));
}

export const useAccounts = defineStore('accounts', {
  state: () => ({ accounts: [] as Account[], role: null as string | null }),
  actions: {
    async load(again = false) {
      const { me, can } = useSession();
      const role = me?.active_role ?? null;
      if (!again && this.role === role && this.accounts.length > 0) return;
      if (!can('read_chart')) {
        this.accounts = can('read_reports') ? await movedAccounts() : [];
        this.role = role;
        return;
      }
      const all: Account[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: Account[]; next: string | null } = await getPage<Account>('/accounts', { cursor });
        all.push(...page.items);
        cursor = page.next;
      } while (cursor && all.length < 20_000);
      this.accounts = all.sort((left, right) => left.code.localeCompare(right.code));
      this.role = role;
    },
  },
});
