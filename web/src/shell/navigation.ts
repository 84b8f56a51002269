// Where one can go, by trade. The side bar, the bottom bar and the command palette read this one list.
export interface Destination {
  name: string;
  icon: string;
  permission?: string;
}
export interface Trade {
  name: string;
  icon: string;
  places: Destination[];
}

export const trades: Trade[] = [
  { name: 'home', icon: 'house', places: [{ name: 'home', icon: 'house' }] },
  { name: 'documents', icon: 'file-earmark-text', places: [{ name: 'documents', icon: 'file-earmark-text', permission: 'read_documents' }] },
  {
    name: 'purchases',
    icon: 'receipt',
    places: [
      { name: 'expenses', icon: 'receipt', permission: 'read_reports' },
      { name: 'suppliers', icon: 'truck', permission: 'read_registry' },
      { name: 'expense-categories', icon: 'tags', permission: 'read_chart' },
    ],
  },
  {
    name: 'condo',
    icon: 'people',
    places: [
      { name: 'owners', icon: 'people', permission: 'read_registry' },
      { name: 'calls', icon: 'megaphone', permission: 'read_reports' },
      { name: 'receipts', icon: 'cash-coin', permission: 'read_reports' },
      { name: 'buildings', icon: 'building', permission: 'read_registry' },
    ],
  },
  {
    name: 'banking',
    icon: 'bank',
    places: [
      { name: 'bank', icon: 'bank', permission: 'bank' },
      { name: 'statements', icon: 'file-earmark-spreadsheet', permission: 'bank' },
      { name: 'reconciliation', icon: 'check2-square', permission: 'bank' },
      { name: 'bank-accounts', icon: 'wallet2', permission: 'bank' },
    ],
  },
  {
    name: 'accounting',
    icon: 'journal-text',
    places: [
      { name: 'journal', icon: 'journal-text', permission: 'read_reports' },
      { name: 'drafts', icon: 'pencil', permission: 'write_entries' },
      { name: 'ledger', icon: 'list-columns', permission: 'read_reports' },
      { name: 'trial-balance', icon: 'calculator', permission: 'read_reports' },
      { name: 'matching', icon: 'link-45deg', permission: 'read_reports' },
      { name: 'accounts', icon: 'diagram-3', permission: 'read_chart' },
      { name: 'budget', icon: 'piggy-bank', permission: 'read_budgets' },
      { name: 'provisions', icon: 'hourglass-split', permission: 'read_reports' },
      { name: 'anomalies', icon: 'exclamation-diamond', permission: 'read_reports' },
      { name: 'years', icon: 'calendar3', permission: 'read_chart' },
      { name: 'closing', icon: 'lock', permission: 'read_reports' },
      { name: 'proofs', icon: 'shield-check', permission: 'read_reports' },
    ],
  },
  {
    name: 'reports',
    icon: 'bar-chart',
    places: [
      { name: 'annual-report', icon: 'file-earmark-bar-graph', permission: 'read_reports' },
      { name: 'balance-sheet', icon: 'columns-gap', permission: 'read_reports' },
      { name: 'income-statement', icon: 'graph-up-arrow', permission: 'read_reports' },
      { name: 'activity-report', icon: 'activity', permission: 'read_reports' },
      { name: 'statutory', icon: 'bank2', permission: 'read_reports' },
      { name: 'aged-balance', icon: 'hourglass', permission: 'read_reports' },
      { name: 'vat', icon: 'percent', permission: 'read_reports' },
      { name: 'exports', icon: 'box-arrow-up-right', permission: 'export_books' },
    ],
  },
  {
    name: 'settings',
    icon: 'gear',
    places: [
      { name: 'organization', icon: 'building-gear', permission: 'read_chart' },
      { name: 'organizations', icon: 'buildings', permission: 'create_organizations' },
      { name: 'users', icon: 'people', permission: 'manage_users' },
      { name: 'audit', icon: 'clock-history', permission: 'read_audit' },
      { name: 'retention', icon: 'archive', permission: 'read_audit' },
      { name: 'outbox', icon: 'envelope', permission: 'manage_organization' },
      { name: 'jobs', icon: 'cpu', permission: 'read_documents' },
      { name: 'my-account', icon: 'person-gear' },
    ],
  },
];

/** What the reader may see; a trade without an open place is not shown at all. */
export function openTrades(can: (permission: string | undefined) => boolean): Trade[] {
  return trades
    .map((trade) => ({ ...trade, places: trade.places.filter((place) => can(place.permission)) }))
    .filter((trade) => trade.places.length > 0);
}

/** The trade a place belongs to. */
export const tradeOf = (from: readonly Trade[], place: string): Trade | undefined => from.find((trade) => trade.places.some((one) => one.name === place));

/** Whether a trade shows its places: as its reader left it, else when he is in it. A trade of one place never folds. */
export const isUnfolded = (trade: Trade, place: string, folds: Readonly<Record<string, boolean>>): boolean =>
  trade.places.length === 1 || (folds[trade.name] ?? trade.places.some((one) => one.name === place));

/** What a page asks of its reader: its own right, and that of the place it belongs to. */
export const rightsOf = (place: string, own: string | undefined): string[] =>
  [own, trades.flatMap((trade) => trade.places).find((one) => one.name === place)?.permission].filter((right) => right !== undefined);

/** The folds after walking to a place: a trade that was shut opens for the place inside it. */
export function foldsAt(place: string, folds: Readonly<Record<string, boolean>>): Record<string, boolean> {
  const here = tradeOf(trades, place);
  return here && folds[here.name] === false ? { ...folds, [here.name]: true } : { ...folds };
}
