// Papers: their shapes on the wire and what the review screen makes of them.
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PageSize {
  number: number;
  width: number;
  height: number;
}

export interface Field extends Partial<Box> {
  name: string;
  label?: string;
  value: string | number | null;
  page?: number | null;
  confidence?: number | null;
  reason?: string | null;
  checks?: string[];
}

export interface ProposalLine {
  account_code: string;
  account_name?: string | null;
  auxiliary_code?: string | null;
  auxiliary_name?: string | null;
  description?: string | null;
  debit: number;
  credit: number;
  page?: number | null;
  box?: (Box & { page?: number }) | null;
}

export interface Proposal {
  date?: string | null;
  description?: string | null;
  journal_code?: string | null;
  lines: ProposalLine[];
  problems?: ({ message: string } | string)[];
}

/** Where a correction showed a supplier's papers to carry a field. */
export interface TaughtAnchor {
  supplier_id: string;
  field: string;
  label: string;
  page: number;
}

/** Each field once, beside the words that the reader looks for. */
export function taughtFields(anchors: readonly TaughtAnchor[]): { field: string; label: string }[] {
  const seen = new Map<string, string>();
  for (const { field, label } of anchors) if (!seen.get(field)) seen.set(field, label);
  return [...seen].map(([field, label]) => ({ field, label }));
}

export interface DocumentSummary {
  id: string;
  filename: string;
  type: string | null;
  status: string;
  issuer?: string | { name?: string | null; [key: string]: unknown } | null;
  total?: number | null;
  currency?: string | null;
  date?: string | null;
  number?: string | null;
  received_at?: string | null;
  created_at?: string | null;
  entry_id?: string | null;
  failure?: string | { message?: string; code?: string } | null;
}

export interface DocumentDetail extends DocumentSummary {
  supplier_id?: string | null;
  media_type?: string | null;
  pages: PageSize[];
  fields: Field[];
  proposal?: Proposal | null;
  version?: number;
}

/** A lit rectangle of the page viewer. */
export interface LitBox extends Box {
  name: string;
  page: number;
  doubtful: boolean;
}

/** Confidence as a part of one, whichever way it travels (per mille or part of one). */
export function confidenceOf(field: Field): number {
  const confidence = field.confidence ?? 0;
  return confidence > 1 ? confidence / 1000 : confidence;
}

/** Below this a person must look; the same line that the yellow colour draws. */
export const sureAbove = 0.95;

export function isDoubtful(field: Field): boolean {
  return confidenceOf(field) < sureAbove;
}

/** Keyboard order of the review: what is doubtful first, each group as the paper is read. */
export function reviewOrder(fields: readonly Field[]): Field[] {
  const empty = (field: Field) => field.value === null || field.value === '';
  const rank = (field: Field) => (empty(field) ? 2 : isDoubtful(field) ? 0 : 1);
  return fields
    .map((field, index) => ({ field, index }))
    .sort((left, right) => rank(left.field) - rank(right.field) || left.index - right.index)
    .map(({ field }) => field);
}

/** Fields in an order that was chosen before; those that came since stand last. */
export function keptOrder(fields: readonly Field[], places: readonly string[]): Field[] {
  const place = (field: Field) => (places.includes(field.name) ? places.indexOf(field.name) : places.length);
  return [...fields].sort((left, right) => place(left) - place(right));
}

export function litBoxes(fields: readonly Field[]): LitBox[] {
  return fields.flatMap((field) =>
    field.page && field.width && field.height
      ? [{ name: field.name, page: field.page, x: field.x ?? 0, y: field.y ?? 0, width: field.width, height: field.height, doubtful: isDoubtful(field) }]
      : [],
  );
}

const amountNames = /total|amount|tax$|base|balance|price|_ht|_ttc|vat$/;
const dateNames = /date|period_|_on$/;

export type FieldKind = 'amount' | 'date' | 'text';
export function kindOf(field: Field): FieldKind {
  if (dateNames.test(field.name)) return 'date';
  if (amountNames.test(field.name) && !/rate/.test(field.name)) return 'amount';
  return 'text';
}

/** Only what the person changed is sent. */
export function changedFields(
  before: readonly Field[],
  after: Readonly<Record<string, string>>,
): { name: string; value: string }[] {
  return before
    .filter((field) => after[field.name] !== undefined && after[field.name] !== String(field.value ?? ''))
    .map((field) => ({ name: field.name, value: after[field.name]! }));
}

export function issuerName(document: DocumentSummary): string {
  const issuer = document.issuer;
  return typeof issuer === 'string' ? issuer : (issuer?.name ?? '');
}

export function failureText(document: DocumentSummary): string {
  const failure = document.failure;
  return typeof failure === 'string' ? failure : (failure?.message ?? failure?.code ?? '');
}

/** The next paper to look at after this one: the one below, else the first. */
export function nextToReview(queue: readonly DocumentSummary[], id: string): string | null {
  const waiting = queue.filter((document) => document.status === 'review');
  const here = waiting.findIndex((document) => document.id === id);
  const next = waiting[here + 1] ?? waiting.find((document) => document.id !== id);
  return next && next.id !== id ? next.id : null;
}
