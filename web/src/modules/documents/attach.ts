// Joining a paper to an entry that is in the books, from either side.
import { get, getPage, http, post } from '@/api/http';
import type { Entry } from '@/modules/accounting/entry';
import { entryName } from '@/modules/accounting/entry';
import { formatDate } from '@/ui/dates';
import { formatMinor, toMinor } from '@/ui/money';
import type { Choice } from '@/ui/SearchPicker.vue';
import type { DocumentDetail } from './document';
import { mediaTypeOf } from './uploads';

export const attach = (entry: string, paper: string) => post<Entry>(`/accounting/journal-entries/${entry}/documents`, { document_id: paper });

/** An entry as a picker offers it: its words, then number, date and amount. */
export function entryChoice(entry: Entry, currency: string): Choice {
  const amount = entry.total === undefined ? '' : formatMinor(toMinor(entry.total, currency), currency);
  return { id: entry.id, name: entry.description, detail: [entryName(entry), formatDate(entry.date), amount].filter(Boolean).join(' · ') };
}

export async function findEntries(text: string, currency: string): Promise<Choice[]> {
  const page = await getPage<Entry>('/accounting/journal-entries', { search: text, limit: 12 });
  return page.items.map((entry) => entryChoice(entry, currency));
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends a file and waits until it has been read: only then has it pages to show beside the entry. */
export async function sendPaper(file: File, patience = 120_000): Promise<string> {
  const { data } = await http.post<{ id: string }>(`/documents?${new URLSearchParams({ filename: file.name })}`, file, {
    headers: { 'Content-Type': mediaTypeOf(file.name, file.type) },
    timeout: 300_000,
  });
  for (const end = Date.now() + patience; Date.now() < end; await pause(700)) {
    if ((await get<DocumentDetail>(`/documents/${data.id}`)).status !== 'reading') break;
  }
  return data.id;
}
