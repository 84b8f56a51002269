// Reports as trees: the guide's nested objects become rows with a depth, so that any statement is drawn the same way.
export interface StatementRow {
  key: string;
  path: string;
  depth: number;
  amount: number | null;
  total: boolean;
  previous?: number | null;
}

type Tree = { [name: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Leaves are amounts; `total` and `total_*` close their group. Names that start with skip are left out. */
export function statementRows(tree: unknown, previous: unknown = null, depth = 0, path = ''): StatementRow[] {
  if (!isTree(tree)) return [];
  const rows: StatementRow[] = [];
  for (const [name, value] of Object.entries(tree)) {
    const here = path ? `${path}.${name}` : name;
    const before = isTree(previous) ? previous[name] : null;
    if (typeof value === 'number') {
      const total = name === 'total' || name.startsWith('total_');
      rows.push({ key: name, path: here, depth, amount: value, total, previous: typeof before === 'number' ? before : null });
    } else if (isTree(value)) {
      rows.push({ key: name, path: here, depth, amount: null, total: false, previous: null });
      rows.push(...statementRows(value, before, depth + 1, here));
    }
  }
  return rows;
}

/** Hands over a file of the server under the name the server gives, or this one. */
export function fileNameOf(disposition: string | undefined, fallback: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? fallback;
}
