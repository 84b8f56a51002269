// Bank movements, what they may pay, and the request that explains one.
import type { Schemas } from '@/api/types';
import { formatDate } from '@/ui/dates';
import { fromMinor, sumMinor } from '@/ui/money';

/** `detailed`: a total whose parts another file gave; the parts are matched instead. */
export type Movement = Schemas['banking.MovementView'];
export type SuggestedItem = Schemas['banking.PartView'];
export type Suggestion = Schemas['banking.SuggestionView'];

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
