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
}

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
