// An audit event and its details in words.
import { formatDate, formatInstant } from '@/ui/dates';

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

const moneyNames = /(amount|total|balance|budget|debit|credit|price|difference)/;

/** One value as a reader writes it: amounts with their cents, days and instants, yes and no. */
function valueText(value: unknown, name: string, word: Word): string {
  if (typeof value === 'number') return value.toLocaleString('fr-FR', { minimumFractionDigits: moneyNames.test(name) ? 2 : 0, maximumFractionDigits: 6 }).replace('-', '−');
  if (typeof value === 'boolean') return word(value ? 'true' : 'false');
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z?$/.test(text) ? formatInstant(text) : text;
}

/** Details as lines "name: value", nested names joined by a point; before and after stand side by side. */
export function detailLines(details: unknown, word: Word = (name) => name, prefix = '', own = ''): string[] {
  if (details === null || details === undefined || details === '') return [];
  if (typeof details !== 'object') return [[prefix, valueText(details, own, word)].filter(Boolean).join(' : ')];
  if (Array.isArray(details)) return details.flatMap((one, index) => detailLines(one, word, prefix ? `${prefix} ${index + 1}` : String(index + 1), own));
  return Object.entries(details).flatMap(([name, value]) => detailLines(value, word, prefix ? `${prefix}.${word(name)}` : word(name), name));
}
