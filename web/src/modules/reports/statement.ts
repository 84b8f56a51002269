// Statements as the server lays them out: lines with a style, one amount per column, the accounts behind each.
import type { Schemas } from '@/api/types';

/** `amounts` and `links`: one per column; empty where only the first column is explained. */
export type StatementAccount = Schemas['accounting.StatementAccount'];
export type StatementLine = Schemas['accounting.StatementLine'];
export type Statement = Schemas['accounting.Statement'];
export type StatementCheck = Schemas['accounting.StatementCheck'];

/** A broken tie keeps the year from closing, or is only to be reported. */
export function tieStatus(check: StatementCheck): 'OK' | 'WARNING' | 'ERROR' {
  if (check.ok) return 'OK';
  return check.severity === 'blocking' ? 'ERROR' : 'WARNING';
}

/** What an account adds to a column, and the query that opens its lines. */
export function accountCell(account: StatementAccount, column: number): { amount: number | null; link: string | null } {
  if (account.amounts.length > 0) return { amount: account.amounts[column] ?? null, link: account.links[column] || null };
  return column === 0 ? { amount: account.amount, link: account.link } : { amount: null, link: null };
}

/** Codes of the lines with accounts that stand behind a line: itself, or all that a total adds, however deep. */
export function codesBehind(lines: readonly StatementLine[], line: StatementLine): string[] {
  if (line.accounts.length > 0) return [line.code];
  return line.sum.flatMap((signed) => {
    const code = signed.replace(/^-/, '');
    return lines.filter((one) => one !== line && (one.code === code || one.code.startsWith(`${code}:`))).flatMap((one) => codesBehind(lines, one));
  });
}

/** Plain lines of a statement with an amount this year or the year before: what a chart of it shows. */
export function chartLines(lines: readonly StatementLine[], keep: (line: StatementLine) => boolean): StatementLine[] {
  return lines.filter((line) => (line.style === 'line' || line.style === 'each') && line.amounts.some((amount) => amount) && keep(line));
}

/** The two sides of a balance sheet, as lists to draw: what stands before the first total, and after it. */
export function sheetSides(lines: readonly StatementLine[]): { assets: StatementLine[]; liabilities: StatementLine[] } {
  const end = lines.findIndex((line) => line.style === 'total');
  const drawn = (part: readonly StatementLine[]) => chartLines(part, (line) => !!line.amounts[0]);
  return end < 0 ? { assets: [], liabilities: [] } : { assets: drawn(lines.slice(0, end)), liabilities: drawn(lines.slice(end + 1)) };
}

/** Hands over a file of the server under the name the server gives, or this one. */
export function fileNameOf(disposition: string | undefined, fallback: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? fallback;
}

/** Lines that are empty in every column stay off the page; headings and totals stay. */
export function holdsSomething(line: StatementLine): boolean {
  return line.style !== 'line' || line.accounts.length > 0 || line.amounts.some((amount) => amount !== null && amount !== 0);
}
