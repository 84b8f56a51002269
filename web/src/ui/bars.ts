/** Widths in percent of the largest; what is nothing or less has no bar. */
export function barWidths(amounts: readonly number[]): number[] {
  const most = Math.max(0, ...amounts);
  return amounts.map((amount) => (most > 0 && amount > 0 ? Math.round((amount / most) * 1000) / 10 : 0));
}
