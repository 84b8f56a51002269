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
  { name: 'documents', icon: 'file-earmark-text', places: [{ name: 'documents', icon: 'file-earmark-text', permission: 'documents.read' }] },
  {
    name: 'banking',
    icon: 'bank',
    places: [
      { name: 'bank', icon: 'bank', permission: 'banking.read' },
      { name: 'statements', icon: 'file-earmark-spreadsheet', permission: 'banking.read' },
      { name: 'reconciliation', icon: 'check2-square', permission: 'banking.read' },
    ],
  },
  {
    name: 'accounting',
    icon: 'journal-text',
    places: [
      { name: 'journal', icon: 'journal-text', permission: 'entries.read' },
      { name: 'ledger', icon: 'list-columns', permission: 'reports.read' },
      { name: 'trial-balance', icon: 'calculator', permission: 'reports.read' },
      { name: 'accounts', icon: 'diagram-3', permission: 'accounts.read' },
      { name: 'anomalies', icon: 'exclamation-diamond', permission: 'reports.read' },
      { name: 'closing', icon: 'lock', permission: 'reports.read' },
    ],
  },
  {
    name: 'reports',
    icon: 'bar-chart',
    places: [
      { name: 'annual-report', icon: 'file-earmark-bar-graph', permission: 'reports.read' },
      { name: 'balance-sheet', icon: 'columns-gap', permission: 'reports.read' },
      { name: 'income-statement', icon: 'graph-up-arrow', permission: 'reports.read' },
      { name: 'activity-report', icon: 'activity', permission: 'reports.read' },
      { name: 'vat', icon: 'percent', permission: 'reports.read' },
      { name: 'exports', icon: 'box-arrow-up-right', permission: 'reports.read' },
    ],
  },
  {
    name: 'settings',
    icon: 'gear',
    places: [
      { name: 'users', icon: 'people', permission: 'users.read' },
      { name: 'audit', icon: 'clock-history', permission: 'audit.read' },
      { name: 'outbox', icon: 'envelope', permission: 'outbox.read' },
      { name: 'jobs', icon: 'cpu', permission: 'jobs.read' },
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
