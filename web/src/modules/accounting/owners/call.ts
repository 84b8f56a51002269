// The shares of a call: whole weights typed per owner.
export interface Share {
  id: string;
  name: string;
  code: string;
  weight: string;
}

/** A whole weight, not negative; an empty field is no part. Nothing when it is no number. */
export function weightOf(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '');
  if (bare === '') return 0;
  return /^\d{1,12}$/.test(bare) ? Number(bare) : null;
}

export function sentShares(shares: readonly Share[]): { owner_id: string; weight: number }[] | null {
  const sent = shares.map((share) => ({ owner_id: share.id, weight: weightOf(share.weight) }));
  if (sent.some((share) => share.weight === null)) return null;
  const kept = sent.filter((share) => share.weight! > 0) as { owner_id: string; weight: number }[];
  return kept.length > 0 ? kept : null;
}

/** Weights of an earlier call: what each owner owed of it, in minor units. */
export function weightsOfCall(lines: readonly { auxiliary_code?: string | null; debit: number }[], digits: number): Map<string, string> {
  const weights = new Map<string, string>();
  for (const line of lines) if (line.auxiliary_code && line.debit > 0) weights.set(line.auxiliary_code, String(Math.round(line.debit * 10 ** digits)));
  return weights;
}
