// The typing grid as a spreadsheet: which key does what, where Enter goes, what is copied from above. No DOM here.
import { emptyLine, isBlank, totals, type GridLine } from './entry';

export const columns = ['account', 'auxiliary', 'description', 'debit', 'credit'] as const;
export type GridColumn = (typeof columns)[number];
export interface Place {
  row: number;
  column: GridColumn;
}
export type GridAct = 'up' | 'down' | 'copyAbove' | 'fillRemainder' | 'dropLine';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key does in a cell; nothing when the cell itself should have it. */
export function actOfKey(event: Key, column: GridColumn): GridAct | null {
  const command = event.ctrlKey || event.metaKey;
  if (event.key === 'F9') return 'fillRemainder';
  if (command && !event.altKey && event.key.toLowerCase() === 'd') return 'copyAbove';
  if (event.altKey && !command && event.key === 'Delete') return 'dropLine';
  if (command || event.altKey) return null;
  if (event.key === '=' && (column === 'debit' || column === 'credit')) return 'fillRemainder';
  if (event.key === 'ArrowUp') return 'up';
  if (event.key === 'ArrowDown') return 'down';
  return null;
}

/** Where Enter goes: the next cell, the next line once an amount is typed, the button when nothing is left to type. */
export function placeAfter({ row, column }: Place, lines: readonly GridLine[]): Place | 'done' {
  const line = lines[row];
  if (!line) return 'done';
  const sums = totals(lines);
  if (column === 'account' && isBlank(line) && sums.gap === 0 && sums.debit > 0) return 'done';
  if (column === 'credit' || (column === 'debit' && line.debit !== null)) {
    return row + 1 < lines.length ? { row: row + 1, column: 'account' } : 'done';
  }
  return { row, column: columns[columns.indexOf(column) + 1]! };
}

/** The line with the cell above; a blank line takes the whole line above. */
export function copiedFromAbove(lines: readonly GridLine[], { row, column }: Place): GridLine | null {
  const line = lines[row];
  const above = lines[row - 1];
  if (!line || !above || isBlank(above)) return null;
  if (isBlank(line)) return { ...above };
  const other = column === 'debit' ? 'credit' : column === 'credit' ? 'debit' : null;
  const copied = { ...line, [column]: above[column] };
  return other && above[column] !== null ? { ...copied, [other]: null } : copied;
}

/** The line that the remainder belongs to: the first typed line without an amount, else the first blank one. */
export function rowOfRemainder(lines: readonly GridLine[]): number {
  const bare = (line: GridLine) => line.debit === null && line.credit === null;
  const waiting = lines.findIndex((line) => bare(line) && !isBlank(line));
  return waiting >= 0 ? waiting : lines.findIndex(isBlank);
}

/** The lines with pasted ones in: over the blank lines from `row` on, else after the line that holds something. */
export function withPasted(lines: readonly GridLine[], row: number, pasted: readonly GridLine[]): GridLine[] {
  const here = lines[row];
  const from = here && !isBlank(here) ? row + 1 : row;
  let blanks = 0;
  while (blanks < pasted.length && lines[from + blanks] && isBlank(lines[from + blanks]!)) blanks++;
  return withBlankEnd([...lines.slice(0, from), ...pasted, ...lines.slice(from + blanks)]);
}

/** There is always a blank line to go on with, and never fewer than two lines. */
export function withBlankEnd(lines: readonly GridLine[]): GridLine[] {
  const all = [...lines];
  while (all.length < 2 || !isBlank(all[all.length - 1]!)) all.push(emptyLine());
  return all;
}
