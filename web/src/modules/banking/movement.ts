// Bank movements, what they may pay, and the request that explains one.
import { formatDate } from '@/ui/dates';
import { fromMinor, sumMinor } from '@/ui/money';

export interface Movement {
  id: string;
  bank_account_id: string;
  booking_date: string;
  value_date: string | null;
  amount: number;
  label: string;
  reference: string;
  structured_communication: string;
  counterparty_name: string;
  details: string;
  charges: number | null;
  /** `detailed`: a total whose parts another file gave; the parts are matched instead. */
  status: 'open' | 'matched' | 'detailed';
  entry_id: string | null;
  match_reason: string | null;
}

export interface SuggestedItem {
  entry_id: string;
  line_number: number;
  account_code: string;
  auxiliary_code: string;
  auxiliary_name: string;
  description: string;
  due_date: string;
  amount: number;
  open_amount: number;
}

export interface BookLine {
  entry_id: string;
  line_number: number;
  date: string;
  amount: number;
  description: string;
}

export interface Suggestion {
  score: number;
  is_certain: boolean;
  reasons: string[];
  items: SuggestedItem[];
  book_lines: BookLine[];
  fee: number | null;
  is_bank_charge: boolean;
}

/** What the match call takes; amounts of parts are positive the movement's own way. */
export interface MatchRequest {
  items?: { entry_id: string; line_number: number; amount: number }[];
  book_lines?: { entry_id: string; line_number: number }[];
  lines?: { account_code: string; amount: number }[];
  fee?: number;
  reason?: string;
}

export function requestOf(suggestion: Suggestion, movement: Movement): MatchRequest {
  const reason = suggestion.reasons[0] ? { reason: suggestion.reasons[0].slice(0, 200) } : {};
  if (suggestion.book_lines.length > 0) {
    return { book_lines: suggestion.book_lines.map(({ entry_id, line_number }) => ({ entry_id, line_number })), ...reason };
  }
  if (suggestion.is_bank_charge) return { fee: Math.abs(movement.amount), ...reason };
  return {
    items: suggestion.items.map(({ entry_id, line_number, amount }) => ({ entry_id, line_number, amount })),
    ...(suggestion.fee ? { fee: suggestion.fee } : {}),
    ...reason,
  };
}

export function itemName(item: SuggestedItem): string {
  return [item.auxiliary_name || item.auxiliary_code || item.account_code, item.description, formatDate(item.due_date)].filter(Boolean).join(' · ');
}

/** One hand-made part of a movement, in minor units. */
export interface HandPart {
  account: string;
  amount: number | null;
}

/** What the parts leave to explain; zero lets the movement be posted. */
export function remaining(movementMinor: number, parts: readonly HandPart[]): number {
  return Math.abs(movementMinor) - sumMinor(parts.map((part) => part.amount ?? 0));
}

export function handRequest(parts: readonly HandPart[], currency: string): MatchRequest {
  return {
    lines: parts
      .filter((part) => part.account && part.amount)
      .map((part) => ({ account_code: part.account, amount: fromMinor(part.amount!, currency) })),
  };
}
