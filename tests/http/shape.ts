// Compares an answer with a sample of the guide: every key of the sample must be there with the same type; more keys may be.

/** A value that may be null: a figure without a basis, an identifier of another kind. */
export interface Nullable {
  nullable: unknown;
}
export const nullable = (sample: unknown): Nullable => ({ nullable: sample });
const isNullable = (sample: unknown): sample is Nullable => typeof sample === 'object' && sample !== null && 'nullable' in sample;

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

/** What differs, each with its path. The items of a list are compared with the first of the sample. */
export function differences(sample: unknown, actual: unknown, path = ''): string[] {
  if (isNullable(sample)) return actual === null ? [] : differences(sample.nullable, actual, path);
  if (kindOf(sample) !== kindOf(actual)) return [`${path || 'the answer'}: ${kindOf(sample)} in the guide, ${actual === undefined ? 'missing' : kindOf(actual)} here`];
  if (Array.isArray(sample)) return (actual as unknown[]).flatMap((item, place) => differences(sample[0], item, `${path}[${place}]`));
  if (kindOf(sample) !== 'object') return [];
  return Object.entries(sample as object).flatMap(([key, value]) => differences(value, (actual as Record<string, unknown>)[key], path ? `${path}.${key}` : key));
}
