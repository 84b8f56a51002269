// The lines of a new expense: typed as text, counted exactly, sent as the server wants them.
import { currencyDigits, fromMinor } from '@/ui/money';

export interface ExpenseLine {
  description: string;
  category: string;
  quantity: string;
  unitPrice: string;
  /** A rate ("0.2"), "" for none, "exempt", or a rate owed by the buyer: "reverse 0.2". */
  vat: string;
}

export const emptyLine = (vat = ''): ExpenseLine => ({ description: '', category: '', quantity: '1', unitPrice: '', vat });

export const isBlank = (line: ExpenseLine) => !line.description.trim() && !line.unitPrice.trim();

/** "1 234,5" as "1234.5"; nothing when it is no number, is negative or has more than six decimals. */
export function parseDecimal(text: string): string | null {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '').replace(',', '.');
  return /^\d{1,12}(\.\d{1,6})?$/.test(bare) ? bare : null;
}

const scaled = (decimal: string) => {
  const [whole, fraction = ''] = decimal.split('.');
  return BigInt(whole! + fraction.padEnd(6, '0'));
};

/** Quantity × price in minor units, half up; nothing while one of them is no number. */
export function netOf(line: ExpenseLine, currency: string): number | null {
  const quantity = parseDecimal(line.quantity);
  const price = parseDecimal(line.unitPrice);
  if (quantity === null || price === null) return null;
  const unit = 10n ** BigInt(12 - currencyDigits(currency));
  return Number((scaled(quantity) * scaled(price) + unit / 2n) / unit);
}

export interface SentLine {
  description: string;
  quantity: number;
  unit_price: number;
  vat_rate?: number;
  vat_treatment?: 'exempt' | 'reverse_charge';
  category?: string;
}

export function sentLine(line: ExpenseLine): SentLine {
  const [treatment, rate] = line.vat.startsWith('reverse ') ? ['reverse_charge' as const, line.vat.slice(8)] : line.vat === 'exempt' ? ['exempt' as const, ''] : [undefined, line.vat];
  return {
    description: line.description.trim(),
    quantity: Number(parseDecimal(line.quantity) ?? NaN),
    unit_price: Number(parseDecimal(line.unitPrice) ?? NaN),
    ...(rate ? { vat_rate: Number(rate) } : {}),
    ...(treatment ? { vat_treatment: treatment } : {}),
    ...(line.category ? { category: line.category } : {}),
  };
}

export interface ExpenseHead {
  supplier: string | null;
  description: string;
  date: string;
  due: string | null;
  number: string;
  category: string;
  building: string;
  document: string | null;
}

/** The body to send; nothing while something that the server must have is not typed yet. */
export function expenseBody(head: ExpenseHead, lines: readonly ExpenseLine[]): object | null {
  const kept = lines.filter((line) => !isBlank(line));
  const ready = head.description.trim() && head.date && head.category && kept.length > 0;
  if (!ready || kept.some((line) => !line.description.trim() || parseDecimal(line.quantity) === null || parseDecimal(line.unitPrice) === null)) return null;
  return {
    description: head.description.trim(),
    expense_date: head.date,
    category: head.category,
    line_items: kept.map(sentLine),
    ...(head.supplier ? { supplier_id: head.supplier } : {}),
    ...(head.number.trim() ? { invoice_number: head.number.trim() } : {}),
    ...(head.due ? { due_date: head.due } : {}),
    ...(head.building ? { building_id: head.building } : {}),
    ...(head.document ? { document_id: head.document } : {}),
  };
}

/** "20 %", "5,5 %". */
export const percent = (rate: number | string) => `${String(Math.round(Number(rate) * 1000) / 10).replace('.', ',')} %`;

/** The part of an invoice that a credit note takes back: quantities given, everything else as it was invoiced. */
export function creditLines(
  lines: readonly { description: string; quantity: number; unit_price: number; vat_rate?: number | null; vat_treatment: string; category: string }[],
  quantities: readonly string[],
): object[] {
  return lines.flatMap((line, index) => {
    const quantity = Number(parseDecimal(quantities[index] ?? '') ?? 0);
    if (quantity === 0) return [];
    return [{ description: line.description, quantity, unit_price: line.unit_price, category: line.category, vat_treatment: line.vat_treatment, ...(line.vat_rate === null || line.vat_rate === undefined ? {} : { vat_rate: line.vat_rate }) }];
  });
}

/** Totals of a list, in the currency's own digits. */
export function totalsOf<T extends { net_amount: number; vat_amount: number; total_amount: number; remaining_amount: number; kind: string }>(rows: readonly T[], currency: string) {
  const unit = 10 ** currencyDigits(currency);
  const sum = (name: 'net_amount' | 'vat_amount' | 'total_amount' | 'remaining_amount') =>
    fromMinor(rows.reduce((total, row) => total + (row.kind === 'credit_note' ? -1 : 1) * Math.round(row[name] * unit), 0), currency);
  return { net: sum('net_amount'), vat: sum('vat_amount'), total: sum('total_amount'), remaining: sum('remaining_amount') };
}
