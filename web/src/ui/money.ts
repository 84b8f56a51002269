// Amounts: JSON numbers become whole minor units at once; sums and comparisons never touch fractions.

const digitsByCurrency: Record<string, number> = { XOF: 0, XAF: 0, TND: 3 };
const symbolByCurrency: Record<string, string> = { MAD: 'DH', EUR: '€', XOF: 'F CFA', XAF: 'F CFA', TND: 'DT' };

export const narrowSpace = '\u202f';

export function currencyDigits(currency: string): number {
  return digitsByCurrency[currency] ?? 2;
}
export function currencySymbol(currency: string): string {
  return symbolByCurrency[currency] ?? currency;
}

/** Minor units of an amount as the server writes it. Exact: the wire carries at most 2^53 − 1 minor units. */
export function toMinor(amount: number | string | null | undefined, currency: string): number {
  if (amount === null || amount === undefined || amount === '') return 0;
  return Math.round(Number(amount) * 10 ** currencyDigits(currency));
}

/** The amount to send: the shortest decimal that is exactly these minor units. */
export function fromMinor(minor: number, currency: string): number {
  return minor / 10 ** currencyDigits(currency);
}

export function sumMinor(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** "1 200,00" with narrow no-break spaces; a true minus sign. */
export function formatMinor(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  const text = Math.abs(minor).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, narrowSpace);
  const fraction = digits > 0 ? `,${text.slice(-digits)}` : '';
  return `${minor < 0 ? '−' : ''}${whole}${fraction}`;
}

/** "1 200,00 DH". */
export function formatMoney(minor: number, currency: string): string {
  return `${formatMinor(minor, currency)}\u00a0${currencySymbol(currency)}`;
}

export function formatAmount(amount: number | string | null | undefined, currency: string): string {
  return formatMoney(toMinor(amount, currency), currency);
}

/**
 * Reads what a person types: "1 200,50", "1.200,50", "1,200.50", "1200.5", "12,5 DH". Nothing when it is not an amount
 * or has more decimals than the currency. A single separator followed by three digits groups thousands only when
 * it is repeated or the currency has no three decimals: "1.200" is one thousand two hundred, as written in French.
 */
export function parseAmount(text: string, currency: string): number | null {
  const digits = currencyDigits(currency);
  const bare = text
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/−/g, '-')
    .replace(/(dhs?|mad|eur|€|f\s?cfa|dt)\.?$/i, '');
  const match = /^(-?)([\d.,]+)$/.exec(bare);
  if (!match) return null;
  const body = match[2]!;
  const separators = body.replace(/\d/g, '');
  const last = Math.max(body.lastIndexOf(','), body.lastIndexOf('.'));
  let whole = body;
  let fraction = '';
  if (last >= 0) {
    const mark = body[last]!;
    const repeated = separators.split(mark).length > 2;
    const after = body.length - last - 1;
    const groups = separators.length === 1 && mark === '.' && after === 3 && digits !== 3;
    if (!repeated && !groups) {
      whole = body.slice(0, last);
      fraction = body.slice(last + 1);
    }
  }
  const wholeDigits = whole.replace(/[.,]/g, '');
  if (!/^\d*$/.test(fraction) || (wholeDigits === '' && fraction === '')) return null;
  if (fraction.replace(/0+$/, '').length > digits) return null;
  const minor = Number(`${wholeDigits || '0'}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(minor)) return null;
  return match[1] === '-' && minor !== 0 ? -minor : minor;
}
