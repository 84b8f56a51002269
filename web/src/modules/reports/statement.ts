// Statements as the server lays them out: lines with a style, one amount per column, the accounts behind each.
export interface StatementAccount {
  account_code: string;
  account_name: string;
  amount: number;
  link: string;
}

export interface StatementLine {
  code: string;
  label: string;
  style: 'heading' | 'line' | 'subtotal' | 'total' | 'each';
  amounts: (number | null)[];
  accounts: StatementAccount[];
}

export interface Statement {
  name: string;
  title: string;
  source: string;
  confirmed: boolean;
  applies: boolean;
  columns: { code: string; title: string }[];
  lines: StatementLine[];
}

export interface StatementCheck {
  code: string;
  severity: string;
  label: string;
  left: number;
  right: number;
  difference: number;
  ok: boolean;
}

/** Plain lines of a statement with an amount this year or the year before: what a chart of it shows. */
export function chartLines(lines: readonly StatementLine[], keep: (line: StatementLine) => boolean): StatementLine[] {
  return lines.filter((line) => (line.style === 'line' || line.style === 'each') && line.amounts.some((amount) => amount) && keep(line));
}

/** Hands over a file of the server under the name the server gives, or this one. */
export function fileNameOf(disposition: string | undefined, fallback: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? fallback;
}
