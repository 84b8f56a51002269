// Drafts in the typing grid: what the grid does not show stays with its line, unless the line became another.
import type { Schemas } from '@/api/types';
import { fromMinor, sumMinor, toMinor } from '@/ui/money';
import { emptyLine, entryBody, isBlank, type EntryHead, type GridLine } from '../entry';

export type DraftView = Schemas['ledger.DraftView'];
type Line = Schemas['ledger.NewLine'];
/** A grid line and the draft's line that it was. */
export interface DraftLine extends GridLine {
  was?: Line;
}

const side = (amount: number | null | undefined, currency: string) => toMinor(amount, currency) || null;

export const headOf = ({ content }: DraftView): EntryHead => ({
  date: content.date,
  journal: content.journal_code ?? '',
  description: content.description,
  reference: content.voucher_reference ?? '',
});

export const linesOf = ({ content }: DraftView, currency: string): DraftLine[] => [
  ...content.lines.map((line) => ({
    account: line.account_code,
    auxiliary: line.auxiliary_code ?? '',
    description: line.description ?? '',
    debit: side(line.debit, currency),
    credit: side(line.credit, currency),
    was: line,
  })),
  emptyLine(),
];

/** Due date and axes go with the account; a foreign amount and the place on the paper also with the amount. */
function kept({ account, debit, credit, was }: DraftLine, currency: string): Partial<Line> {
  if (!was || was.account_code !== account) return {};
  const sameAmount = side(was.debit, currency) === debit && side(was.credit, currency) === credit;
  const { due_date, axes, ...rest } = was;
  const money = sameAmount ? { currency: rest.currency, currency_amount: rest.currency_amount, currency_rate: rest.currency_rate, box: rest.box } : {};
  return Object.fromEntries(Object.entries({ due_date, axes, ...money }).filter(([, value]) => value !== null && value !== undefined));
}

export function draftBody(draft: DraftView, head: EntryHead, lines: readonly DraftLine[], currency: string): object {
  const body = entryBody(head, lines, currency, false) as { lines: object[] };
  const typed = lines.filter((line) => !isBlank(line));
  const { document_id } = draft.content;
  return { content: { ...body, ...(document_id ? { document_id } : {}), lines: body.lines.map((line, index) => ({ ...kept(typed[index]!, currency), ...line })) } };
}

/** Debits of a draft, and by how much its sides differ; on the wire's scale. */
export function draftSums({ content }: DraftView, currency: string): { total: number; gap: number } {
  const sum = (name: 'debit' | 'credit') => sumMinor(content.lines.map((line) => toMinor(line[name], currency)));
  return { total: fromMinor(sum('debit'), currency), gap: fromMinor(sum('debit') - sum('credit'), currency) };
}
