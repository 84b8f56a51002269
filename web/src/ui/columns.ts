// What a table needs to know of a column; the rest (sorting, filtering, export, width) follows from its kind.
import type { RouteLocationRaw } from 'vue-router';
import { formatDate, formatInstant } from './dates';
import { formatMinor, toMinor } from './money';

export type ColumnKind = 'text' | 'amount' | 'date' | 'instant' | 'number' | 'status';

export interface Column<Row> {
  id: string;
  label: string;
  kind?: ColumnKind;
  value: (row: Row) => string | number | boolean | null | undefined;
  /** Where the cell leads. */
  to?: (row: Row) => RouteLocationRaw | null;
  /** Word list of a status, as in the labels file. */
  statusKind?: string;
  hideZero?: boolean;
  /** Left out on a phone. */
  wide?: boolean;
  sortable?: boolean;
  /** What a row is called on a phone; the first column without it. */
  title?: boolean;
  /** Left out where no row has anything to say in it. */
  rare?: boolean;
  /** Left out until the reader asks for it. */
  optional?: boolean;
  /** A second line below the cell's own, for what belongs to it. */
  under?: (row: Row) => string;
}

/** A line below the rows: what it is the sum of, and the sums by column. */
export interface Foot {
  label: string;
  sums: Record<string, number | null | undefined>;
}

/** What the reader chose comes first; else a column shows unless it is optional, or rare and empty. */
export function shownColumns<Row>(columns: readonly Column<Row>[], chosen: Readonly<Record<string, boolean>>, isEmpty: (column: Column<Row>) => boolean): Column<Row>[] {
  const shown = columns.filter((column) => chosen[column.id] ?? !(column.optional || (column.rare && isEmpty(column))));
  return shown.some((column) => column.label) ? shown : [...columns];
}

/** How a foot lies under its table: its label reaches to the first sum. */
export function footCells(foot: Foot, shown: readonly { id: string; label: string }[]): { span: number; cells: { id: string; label: string; amount: number | null }[] } {
  const first = shown.findIndex((column) => foot.sums[column.id] !== undefined && foot.sums[column.id] !== null);
  const span = first < 0 ? shown.length : Math.max(1, first);
  return { span, cells: shown.slice(span).map((column) => ({ id: column.id, label: column.label, amount: foot.sums[column.id] ?? null })) };
}

/** The part a column plays in a row's card on a phone: its name, the figure beside it, or a word below, with its label where it needs one. */
export type CardPart = 'title' | 'lead' | 'status' | 'plain' | 'labelled';

export function cardParts<Row>(columns: readonly Column<Row>[]): CardPart[] {
  const title = Math.max(0, columns.findIndex((column) => column.title));
  const amounts = columns.map((column, index) => (column.kind === 'amount' && index !== title ? index : -1)).filter((index) => index >= 0);
  const lead = amounts.find((index) => !columns[index]!.hideZero) ?? amounts.at(-1);
  const firstDate = columns.findIndex((column) => column.kind === 'date' || column.kind === 'instant');
  return columns.map((column, index) => {
    if (index === title) return 'title';
    if (index === lead) return 'lead';
    if (column.kind === 'status') return 'status';
    return index === firstDate || !column.kind || column.kind === 'text' ? 'plain' : 'labelled';
  });
}

/** A reference such as DEP-2026-0064 or LOT012 2026-11-21 is one word: it never breaks. */
export const isReference = (text: string) => (text.length <= 28 && !/\s/.test(text)) || (text.length <= 18 && /\d/.test(text));

type Raw = string | number | boolean | null | undefined;

export const isAligned = (kind: ColumnKind | undefined) => kind === 'amount' || kind === 'number';

/** The cell as text, as the reader sees it. */
export function cellText(kind: ColumnKind | undefined, value: Raw, currency: string): string {
  if (value === null || value === undefined) return '';
  if (kind === 'amount') return formatMinor(toMinor(Number(value), currency), currency);
  if (kind === 'date') return formatDate(String(value));
  if (kind === 'instant') return formatInstant(String(value));
  return String(value);
}

/** The cell for a spreadsheet: an amount keeps its decimal comma and loses its spaces. */
export function cellExport(kind: ColumnKind | undefined, value: Raw, currency: string): string {
  const text = cellText(kind, value, currency);
  return kind === 'amount' ? text.replace(/\u202f/g, '').replace('−', '-') : text;
}

/** Order of two cells: numbers by size, text as a French reader sorts, empty last. */
export function compareCells(left: Raw, right: Raw): number {
  const empty = (value: Raw) => value === null || value === undefined || value === '';
  if (empty(left) || empty(right)) return Number(empty(left)) - Number(empty(right));
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'fr', { numeric: true });
}
