// One search over people, accounts, papers and entries. What may not be read is not asked; what fails finds nothing.
import { get, getPage, pageOf } from '@/api/http';
import { useSession } from '@/api/session';
import type { Party } from '@/api/types';
import type { DocumentSummary } from '@/modules/documents/document';
import { issuerName } from '@/modules/documents/document';
import { formatDate } from '@/ui/dates';
import type { Command } from './palette';

interface Account {
  code: string;
  name: string;
}
interface Entry {
  id: string;
  date: string;
  description: string;
  journal_code?: string;
  number?: number | null;
}

/** What a right opens, or nothing. */
async function asked<T>(right: string, ask: () => Promise<T[]>): Promise<T[]> {
  return useSession().can(right) ? ask().catch(() => []) : [];
}

export async function findEverywhere(text: string): Promise<Command[]> {
  const [parties, accounts, papers, entries] = await Promise.all([
    asked('read_registry', () => getPage<Party>('/parties', { search: text }).then((page) => page.items)),
    asked('read_chart', () => get<Account[] | { items: Account[] }>('/accounts', { search: text }).then((data) => pageOf(data, undefined).items)),
    asked('read_documents', () => getPage<DocumentSummary>('/documents', { search: text, limit: 4 }).then((page) => page.items)),
    asked('read_reports', () => getPage<Entry>('/accounting/journal-entries', { search: text, limit: 4 }).then((page) => page.items)),
  ]);
  return [
    ...parties.slice(0, 4).map((party): Command => ({
      id: `party-${party.id}`, kind: 'find', label: party.name, detail: party.code, icon: party.kind === 'owner' ? 'person' : 'truck', to: { name: 'party', params: { id: party.id } },
    })),
    ...accounts.slice(0, 4).map((account): Command => ({
      id: `account-${account.code}`, kind: 'find', label: `${account.code} ${account.name}`, icon: 'list-columns', to: { name: 'ledger', query: { compte: account.code } },
    })),
    ...papers.slice(0, 4).map((paper): Command => ({
      id: `paper-${paper.id}`, kind: 'find', label: issuerName(paper) || paper.filename, detail: paper.filename, icon: 'file-earmark-text', to: { name: 'document', params: { id: paper.id } },
    })),
    ...entries.slice(0, 4).map((entry): Command => ({
      id: `entry-${entry.id}`, kind: 'find', label: entry.description, detail: formatDate(entry.date), icon: 'journal-text', to: { name: 'entry', params: { id: entry.id } },
    })),
  ];
}
