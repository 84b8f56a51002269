// Bank movements and what they may pay.
import { formatDate } from '@/ui/dates';

export interface Movement {
  id: string;
  bank_account_id?: string;
  date?: string;
  booking_date?: string;
  value_date?: string | null;
  label?: string;
  description?: string;
  counterparty?: string | null;
  counterparty_name?: string | null;
  reference?: string | null;
  amount: number;
  status: string;
  entry_id?: string | null;
}

export interface OpenItem {
  id?: string;
  line_id?: string;
  account_code?: string;
  auxiliary_code?: string | null;
  auxiliary_name?: string | null;
  description?: string;
  date?: string;
  amount: number;
}

export interface Suggestion {
  score?: number;
  confidence?: number;
  reason?: string;
  reasons?: string[];
  description?: string;
  items?: OpenItem[];
  account_code?: string;
  amount?: number;
  [other: string]: unknown;
}

export const dateOf = (movement: Movement) => movement.date ?? movement.booking_date ?? '';
export const labelOf = (movement: Movement) => movement.label ?? movement.description ?? '';
export const partyOf = (movement: Movement) => movement.counterparty_name ?? movement.counterparty ?? '';

/** Reasons in words, whichever way they travel. */
export function reasonsOf(suggestion: Suggestion): string[] {
  return suggestion.reasons ?? (suggestion.reason ? [suggestion.reason] : []);
}

/** How sure the suggestion is, in percent. */
export function surenessOf(suggestion: Suggestion): number | null {
  const value = suggestion.confidence ?? suggestion.score;
  if (value === undefined) return null;
  return Math.round(value > 1 ? value / 10 : value * 100);
}

export function itemName(item: OpenItem): string {
  return [item.auxiliary_name ?? item.auxiliary_code ?? item.account_code, item.description, formatDate(item.date)].filter(Boolean).join(' · ');
}
