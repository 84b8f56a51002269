// A half-typed entry outlives a reload and a session that ended: it waits in this tab for the same person and the same books.
import type { EntryHead, GridLine } from './entry';

export interface KeptEntry {
  head: EntryHead;
  lines: GridLine[];
}
const nameOf = (owner: string) => `daftar.entry.${owner}`;

export function keepEntry(owner: string, entry: KeptEntry | null): void {
  if (entry) sessionStorage.setItem(nameOf(owner), JSON.stringify(entry));
  else sessionStorage.removeItem(nameOf(owner));
}
export function keptEntry(owner: string): KeptEntry | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(owner)) ?? 'null') as KeptEntry | null;
    return kept && Array.isArray(kept.lines) && kept.lines.length > 0 && typeof kept.head?.date === 'string' ? kept : null;
  } catch {
    return null;
  }
}
