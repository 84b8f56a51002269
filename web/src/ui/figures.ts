// A key figure and what is said below it.
export interface Figure {
  label: string;
  amount?: number | null;
  /** Words instead of an amount: a date, or that there is none. */
  text?: string;
  previous?: number | null;
  note?: string;
  tone?: 'good' | 'bad';
}
