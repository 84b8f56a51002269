// Rows copied in a spreadsheet become lines of an entry: all of them, or none and the reason for each that cannot be read.
import { parseAmount } from '@/ui/money';
import { settleSides, type GridLine } from './entry';

export type PasteFault = { row: number; cell: string; kind: 'amount' | 'columns' };
export interface Pasted {
  lines: GridLine[];
  faults: PasteFault[];
}

/** Cells of tab-separated text (semicolons when it has no tab); a cell between quotes may hold line ends. */
export function cellsOf(text: string): string[][] {
  const separator = text.includes('\t') ? '\t' : ';';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)!.push(cell.replace(/\s+/g, ' ').trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    if (quoted && mark === '"' && text[at + 1] === '"') cell += text[++at];
    else if (mark === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && mark === separator) endCell();
    else if (!quoted && mark === '\n') {
      endCell();
      rows.push([]);
    } else if (mark !== '\r') cell += mark;
  }
  endCell();
  return rows.filter((row) => row.some((one) => one !== ''));
}

/** True when a paste is rows of a table, not a word for one cell. */
export function isTable(text: string): boolean {
  return text.includes('\t') || text.trim().split('\n').filter((row) => row.split(';').length > 2).length > 0;
}

/** An amount of a spreadsheet: blank and a lone dash are none, "(300,00)" is negative. Nothing when it is no amount. */
export function sheetAmount(cell: string, currency: string): number | null | undefined {
  if (/^[-–—]?$/.test(cell)) return null;
  const around = /^\((.+)\)$/.exec(cell);
  const minor = parseAmount(around ? around[1]! : cell, currency);
  if (minor === null) return undefined;
  return around ? -minor : minor;
}

/** "610100", "610100 Eau", "3422/A": the account and, behind a stroke, its auxiliary. */
function accountOf(cell: string): { account: string; auxiliary: string } {
  const code = /^(\d+)(?:\s*\/\s*(\S+))?(?=\s|$)/.exec(cell);
  return code ? { account: code[1]!, auxiliary: code[2] ?? '' } : { account: cell, auxiliary: '' };
}

const isTitle = (row: string[]) => row.some((cell) => /^(d[ée]bit|cr[ée]dit|montant|n°\s*de\s*compte|compte|code)$/i.test(cell)) && !row.some((cell) => /\d/.test(cell));
const isTotal = (row: string[]) => row.some((cell) => /^(sous-)?tota(l|ux)\b/i.test(cell)) && !/^\d/.test(row[0] ?? '');

/**
 * Code, label, debit, credit; with five columns the auxiliary comes second; with three, one amount, negative for credit.
 * A row of titles and a row of totals are left out.
 */
export function pastedLines(text: string, currency: string): Pasted {
  const rows = cellsOf(text);
  const lines: GridLine[] = [];
  const faults: PasteFault[] = [];
  const width = Math.max(0, ...rows.map((row) => row.length));
  const wide = width >= 5;
  rows.forEach((row, index) => {
    if (isTitle(row) || isTotal(row)) return;
    if (width < 3) return void faults.push({ row: index + 1, cell: row.join(' '), kind: 'columns' });
    const cells = [...row, ...Array<string>(5).fill('')];
    const { account, auxiliary } = accountOf(cells[0]!);
    const [label, debit, credit] = wide ? [cells[2]!, cells[3]!, cells[4]!] : [cells[1]!, cells[2]!, cells[3]!];
    const amounts = [debit, credit].map((cell) => {
      const minor = sheetAmount(cell, currency);
      if (minor === undefined) faults.push({ row: index + 1, cell, kind: 'amount' });
      return minor ?? null;
    });
    lines.push(oneSided({ account, auxiliary: wide && cells[1] ? cells[1] : auxiliary, description: label.slice(0, 200), debit: amounts[0]!, credit: amounts[1]! }));
  });
  return { lines: faults.length > 0 ? [] : lines, faults };
}

/** Zero is no amount, a negative one is the other side's; two real amounts on a line stay, for the person to see. */
function oneSided(line: GridLine): GridLine {
  const bare = { ...line, debit: line.debit || null, credit: line.credit || null };
  if (bare.debit !== null && bare.credit !== null) return bare;
  if (bare.debit !== null) return settleSides(bare, 'debit');
  return bare.credit !== null ? settleSides(bare, 'credit') : bare;
}
