// What needs a decision, the gravest first: the reader begins his day at the top of this list.
export interface Alert {
  type: string;
  message: string;
  severity: 'INFO' | 'WARNING' | 'CRITICAL';
  link: string;
}
export interface Waiting {
  review: number;
  failed: number;
  movements: number;
  deadJobs: number;
}
export interface Decision {
  name: string;
  icon: string;
  grave: boolean;
  /** A label and its count, or a sentence of the server. */
  label: string | null;
  count: number;
  message: string;
  amount: number | null;
  /** A place of the navigation, or one of the server's queries. */
  place: { name: string; query?: Record<string, string> } | null;
  link: string | null;
}

const bare = { grave: false, label: null, count: 0, message: '', amount: null, place: null, link: null };
const rank = { CRITICAL: 0, WARNING: 3, INFO: 5 };

export function decisions(waiting: Waiting, alerts: readonly Alert[], overdue: { count: number; amount: number; link: string | null } | null): Decision[] {
  const counted: (Decision & { rank: number })[] = [
    { ...bare, rank: 1, name: 'review', icon: 'pencil-square', label: 'shell.papersToReview', count: waiting.review, place: { name: 'documents', query: { etat: 'review' } } },
    { ...bare, rank: 1, name: 'movements', icon: 'bank', label: 'shell.movementsToMatch', count: waiting.movements, place: { name: 'bank' } },
    { ...bare, rank: 2, name: 'overdue', icon: 'alarm', label: 'home.overdue', count: overdue?.count ?? 0, amount: overdue?.amount ?? null, link: overdue?.link ?? null },
    { ...bare, rank: 3, name: 'failed', icon: 'exclamation-octagon', label: 'shell.papersFailed', count: waiting.failed, place: { name: 'documents', query: { etat: 'failed' } } },
    { ...bare, rank: 4, name: 'jobs', icon: 'cpu', label: 'shell.jobsDead', count: waiting.deadJobs, place: { name: 'jobs' } },
  ];
  const told = alerts.map((alert, index) => ({
    ...bare,
    rank: rank[alert.severity] ?? 3,
    name: `${alert.type} ${index}`,
    icon: alert.severity === 'INFO' ? 'info-circle' : 'exclamation-triangle',
    grave: alert.severity === 'CRITICAL',
    message: alert.message,
    link: alert.link,
  }));
  return [...counted.filter((one) => one.count > 0), ...told].sort((left, right) => left.rank - right.rank).map(({ rank: _, ...one }) => one);
}
