// One search over papers, entries and accounts. A part that may not be read, or fails, finds nothing.
import { get, getPage, pageOf } from '@/api/http';
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

const nothing = () => [] as never[];

export async function findEverywhere(text: string): Promise<Command[]> {
  const [papers, entries, accounts] = await Promise.all([
    getPage<DocumentSummary>('/documents', { search: text, limit: 4 }).then((page) => page.items, nothing),
    getPage<Entry>('/accounting/journal-entries', { search: text, limit: 4 }).then((page) => page.items, nothing),
    get<Account[] | { items: Account[] }>('/accounts', { search: text }).then((data) => pageOf(data, undefined).items, nothing),
  ]);
  return [
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
