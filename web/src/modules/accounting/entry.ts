// Entries on the wire, and the pure rules of typing one.
import type { Box } from '../documents/document';
import { fromMinor, sumMinor, toMinor } from '@/ui/money';

export interface EntryLine {
  line_number?: number;
  account_code: string;
  account_name?: string | null;
  auxiliary_code?: string | null;
  auxiliary_name?: string | null;
  description?: string | null;
  debit: number;
  credit: number;
  letter?: string | null;
  box?: (Box & { document_id: string; page: number }) | null;
}

export interface Entry {
  id: string;
  journal_code: string;
  journal_name?: string;
  number: number | string | null;
  year?: number;
  date: string;
  description: string;
  voucher_reference?: string | null;
  document_id?: string | null;
  /** The paper it was posted from, then those attached later. */
  documents?: { id: string; filename: string; attached_at?: string | null }[];
  status: string;
  reversal_of?: string | null;
  reversed_by?: string | null;
  total?: number;
  lines?: EntryLine[];
  posted_at?: string | null;
}

/** "BQ-12", or nothing while the entry has no number. */
export function entryName(entry: Pick<Entry, 'journal_code' | 'number'>): string {
  return entry.number === null || entry.number === undefined ? '' : `${entry.journal_code}-${entry.number}`;
}

/** An entry that is not in the books yet. */
export interface Draft {
  id: string;
  content: {
    date: string;
    description: string;
    journal_code?: string | null;
    voucher_reference?: string | null;
    document_id?: string | null;
    lines: { account_code: string; auxiliary_code?: string | null; description?: string | null; debit?: number | null; credit?: number | null }[];
  };
}

/** A draft seen as an entry without a number. */
export function draftEntry({ id, content }: Draft, currency: string): Entry {
  const lines = content.lines.map((line) => ({ ...line, debit: line.debit ?? 0, credit: line.credit ?? 0 }));
  return {
    ...content,
    id,
    lines,
    journal_code: content.journal_code ?? '',
    number: null,
    status: 'draft',
    total: fromMinor(sumMinor(lines.map((line) => toMinor(line.debit, currency))), currency),
  };
}

/** One row of the typing grid, amounts in minor units. */
export interface GridLine {
  account: string;
  auxiliary: string;
  description: string;
  debit: number | null;
  credit: number | null;
}

export const emptyLine = (): GridLine => ({ account: '', auxiliary: '', description: '', debit: null, credit: null });

export function isBlank(line: GridLine): boolean {
  return !line.account && !line.auxiliary && !line.description && line.debit === null && line.credit === null;
}

export interface GridTotals {
  debit: number;
  credit: number;
  gap: number;
}

export function totals(lines: readonly GridLine[]): GridTotals {
  const debit = sumMinor(lines.map((line) => line.debit ?? 0));
  const credit = sumMinor(lines.map((line) => line.credit ?? 0));
  return { debit, credit, gap: debit - credit };
}

/** The amount that would balance the entry if this line carried it: what the F9 key writes. */
export function balancing(lines: readonly GridLine[], index: number): { debit: number | null; credit: number | null } {
  const gap = totals(lines.filter((_, other) => other !== index)).gap;
  if (gap === 0) return { debit: null, credit: null };
  return gap > 0 ? { debit: null, credit: gap } : { debit: -gap, credit: null };
}

/** A negative amount is the other side's positive one; a line keeps one side. */
export function settleSides(line: GridLine, typed: 'debit' | 'credit'): GridLine {
  const other = typed === 'debit' ? 'credit' : 'debit';
  const amount = line[typed];
  if (amount === null) return line;
  if (amount < 0) return { ...line, [typed]: null, [other]: -amount };
  return { ...line, [typed]: amount === 0 ? null : amount, [other]: amount === 0 ? line[other] : null };
}

export interface EntryHead {
  date: string;
  journal: string;
  description: string;
  reference: string;
}

export function entryBody(head: EntryHead, lines: readonly GridLine[], currency: string, draft: boolean): object {
  return {
    date: head.date,
    description: head.description,
    ...(head.journal ? { journal_code: head.journal } : {}),
    ...(head.reference ? { voucher_reference: head.reference } : {}),
    ...(draft ? { draft: true } : {}),
    lines: lines
      .filter((line) => !isBlank(line))
      .map((line) => ({
        account_code: line.account,
        ...(line.auxiliary ? { auxiliary_code: line.auxiliary } : {}),
        description: line.description || head.description,
        debit: fromMinor(line.debit ?? 0, currency),
        credit: fromMinor(line.credit ?? 0, currency),
      })),
  };
}
