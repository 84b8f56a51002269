// The columns of a bank's table: one row per column for the person, positions by role for the server.
import type { TableLayout } from '@/api/types';
import { foldText } from '@/ui/tableState';

export const columnRoles = ['date', 'value_date', 'amount', 'debit', 'credit', 'direction', 'fee', 'balance', 'label', 'details', 'reference', 'structured', 'name', 'counterparty', 'account', 'currency', 'status'] as const;
export type ColumnRole = (typeof columnRoles)[number];
export interface LayoutColumn {
  title: string;
  /** '' for a column that is not read. */
  role: ColumnRole | '';
}
export interface LayoutForm {
  columns: LayoutColumn[];
  dateOrder: string;
  decimalMark: string;
}

const single = columnRoles.filter((role): role is Exclude<ColumnRole, 'details'> => role !== 'details');

export function formOf(layout: TableLayout | null | undefined): LayoutForm {
  if (!layout) return { columns: (['date', 'label', 'amount'] as const).map((role) => ({ title: '', role })), dateOrder: '', decimalMark: '' };
  const used = [...single.map((role) => layout[role] ?? -1), ...layout.details];
  const columns: LayoutColumn[] = Array.from({ length: Math.max(layout.header.length, Math.max(...used) + 1) }, (_, at) => ({ title: layout.header[at] ?? '', role: '' }));
  for (const at of layout.details) columns[at]!.role = 'details';
  for (const role of single) {
    const at = layout[role];
    if (at !== null && at !== undefined) columns[at]!.role = role;
  }
  return { columns, dateOrder: layout.date_order ?? '', decimalMark: layout.decimal_mark ?? '' };
}

/** Titles are kept as the reader compares them: capitals without accents. */
export const plainTitle = (title: string) => foldText(title.replaceAll('_', ' ')).toUpperCase().split(/\s+/).filter(Boolean).join(' ');

export function layoutOf(form: LayoutForm): TableLayout {
  const header = form.columns.map((column) => plainTitle(column.title));
  while (header.length > 0 && header.at(-1) === '') header.pop();
  const layout: TableLayout = { header, date: form.columns.findIndex((column) => column.role === 'date'), details: [] };
  form.columns.forEach(({ role }, at) => {
    if (role === 'details') layout.details.push(at);
    else if (role) layout[role] = at;
  });
  if (form.dateOrder) layout.date_order = form.dateOrder;
  if (form.decimalMark) layout.decimal_mark = form.decimalMark;
  return layout;
}

/** What stands against a layout, as a label: no date, no amount, a part given twice. */
export function faultOf(form: LayoutForm): { label: string; role?: ColumnRole } | null {
  const roles = form.columns.map((column) => column.role).filter((role): role is ColumnRole => role !== '');
  const twice = roles.find((role, at) => role !== 'details' && roles.indexOf(role) !== at);
  if (twice) return { label: 'twice', role: twice };
  if (!roles.includes('date')) return { label: 'noDate' };
  if (!roles.includes('amount') && !(roles.includes('debit') && roles.includes('credit'))) return { label: 'noAmount' };
  return null;
}

/** "A", "B", … as a spreadsheet calls its columns. */
export const columnLetter = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : columnLetter(Math.floor(at / 26) - 1) + columnLetter(at % 26));
