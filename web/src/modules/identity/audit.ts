// An audit event and its details in words.
export interface AuditEvent {
  id?: string;
  timestamp: string;
  user: string | null;
  action: string;
  entity_type: string;
  entity_id: string | null;
  details?: unknown;
  ip_address?: string | null;
}

type Word = (name: string) => string;

/** Details as lines "name: value", nested names joined by a point; before and after stand side by side. */
export function detailLines(details: unknown, word: Word = (name) => name, prefix = ''): string[] {
  if (details === null || details === undefined || details === '') return [];
  if (typeof details !== 'object') return [prefix ? `${prefix} : ${String(details)}` : String(details)];
  if (Array.isArray(details)) return details.flatMap((one, index) => detailLines(one, word, prefix ? `${prefix} ${index + 1}` : String(index + 1)));
  return Object.entries(details).flatMap(([name, value]) => detailLines(value, word, prefix ? `${prefix}.${word(name)}` : word(name)));
}
