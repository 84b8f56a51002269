// Fingerprints as a person compares them, and the commands that check them without us.
import type { Schemas } from '@/api/types';

export type Head = Schemas['ledger.SignedHead'];
export type Heads = Schemas['ledger.Heads'];
export type Report = Schemas['ledger.AuditReport'];

/** In groups of eight signs, to be read aloud or compared with a paper. */
export const grouped = (fingerprint: string) => fingerprint.replace(/(.{8})(?=.)/g, '$1 ');
/** The beginning, as reports print it. */
export const shortened = (fingerprint: string) => `${fingerprint.slice(0, 16)}…`;

/** Kept heads, the newest first; whether one already seals what stands in the books now. */
export const newestFirst = (heads: readonly Head[]): Head[] => [...heads].sort((a, b) => b.size - a.size || b.signed_at.localeCompare(a.signed_at));
export const isKept = (heads: Heads): boolean => heads.kept.some((head) => head.size === heads.current.size && head.root === heads.current.root);

export function commands(keyId: string): { text: string; command: string }[] {
  return [
    { text: 'proofs.checkBooks', command: 'daftar verify livre-scelle.jsonl' },
    { text: 'proofs.checkKey', command: `daftar verify livre-scelle.jsonl --key-id ${keyId}` },
    { text: 'proofs.checkEarlier', command: 'daftar verify livre-scelle.jsonl --earlier livre-scelle-ancien.jsonl' },
    { text: 'proofs.checkEntry', command: 'daftar verify preuve.json' },
  ];
}
