// What a table shows lives in the address bar: sort order and filter, so that a link is a view.
export interface TableState {
  sort: string | null;
  descending: boolean;
  filter: string;
}

type Query = Record<string, string | null | (string | null)[] | undefined>;

const single = (value: Query[string]) => (Array.isArray(value) ? value[0] : value) ?? '';

/** `prefix` tells two tables of one page apart. */
export function readTableState(query: Query, prefix = ''): TableState {
  const sort = single(query[`${prefix}tri`]);
  return {
    sort: sort.replace(/^-/, '') || null,
    descending: sort.startsWith('-'),
    filter: single(query[`${prefix}filtre`]),
  };
}

export function writeTableState(query: Query, state: TableState, prefix = ''): Query {
  const next: Query = { ...query };
  delete next[`${prefix}tri`];
  delete next[`${prefix}filtre`];
  if (state.sort) next[`${prefix}tri`] = `${state.descending ? '-' : ''}${state.sort}`;
  if (state.filter) next[`${prefix}filtre`] = state.filter;
  return next;
}

/** Letters without accents and case, so that « electricite » finds « Électricité ». */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** Every word of the filter must be somewhere in the row. */
export function matchesFilter(cells: readonly string[], filter: string): boolean {
  const row = foldText(cells.join(' '));
  return foldText(filter)
    .split(/\s+/)
    .every((word) => row.includes(word));
}
