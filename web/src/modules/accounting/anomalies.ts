// Anomalies by kind: a hundred of one kind are one line to read, the gravest kind first.
import type { Schemas } from '@/api/types';

export type Anomaly = Schemas['accounting.Anomaly'];

const order = ['HIGH', 'MEDIUM', 'LOW'];
export const byGravity = (left: { severity: string }, right: { severity: string }): number => order.indexOf(left.severity) - order.indexOf(right.severity);

export interface Kind {
  type: string;
  severity: string;
  count: number;
}

/** The kinds there are, each as grave as its gravest, then the most frequent first. */
export function kindsOf(anomalies: readonly { type: string; severity: string }[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { type, severity } of anomalies) {
    const known = kinds.get(type);
    if (!known) kinds.set(type, { type, severity, count: 1 });
    else Object.assign(known, { count: known.count + 1, severity: byGravity({ severity }, known) < 0 ? severity : known.severity });
  }
  return [...kinds.values()].sort((left, right) => byGravity(left, right) || right.count - left.count);
}
