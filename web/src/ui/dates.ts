// Dates travel as YYYY-MM-DD and are shown as DD/MM/YYYY; no time zone ever touches a bookkeeping date.

export type IsoDate = string;

const iso = /^(\d{4})-(\d{2})-(\d{2})/;

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** "31/12/2025"; what is not a date comes back as it is. */
export function formatDate(text: string | null | undefined): string {
  const match = iso.exec(text ?? '');
  return match ? `${match[3]}/${match[2]}/${match[1]}` : (text ?? '');
}

/** Date and minute of an instant, in the reader's time zone: "31/12/2025 14:05". */
export function formatInstant(text: string | null | undefined): string {
  if (!text) return '';
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) return text;
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${two(instant.getDate())}/${two(instant.getMonth() + 1)}/${instant.getFullYear()}`;
  return `${day} ${two(instant.getHours())}:${two(instant.getMinutes())}`;
}

/** How a language writes dates here: Arabic as in Morocco, with Latin figures. */
export const localeOf = (language: string): string => (language === 'ar' ? 'ar-MA-u-nu-latn' : language === 'en' ? 'en-GB' : 'fr-FR');
export const pageLanguage = (): string => (typeof document === 'undefined' ? 'fr' : document.documentElement.lang || 'fr');

/** The day in words: « mercredi 25 novembre 2026 », in the reader's language, with Latin figures. */
export function longDate(day: IsoDate, language = pageLanguage()): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' }).format(Date.UTC(year!, month! - 1, date));
}

export function today(now: Date = new Date()): IsoDate {
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
}

/** Reads what a person types: 31/12/2025, 31.12.25, 311225, 31/12, 31 (in the month of `near`), 2025-12-31. */
export function parseDate(text: string, near: IsoDate = today()): IsoDate | null {
  const bare = text.trim();
  const whole = iso.exec(bare);
  if (whole && bare.length === 10) return isoDate(+whole[1]!, +whole[2]!, +whole[3]!);
  const [nearYear, nearMonth] = [Number(near.slice(0, 4)), Number(near.slice(5, 7))];
  const year = (written: string | undefined) =>
    written === undefined || written === '' ? nearYear : written.length === 2 ? 2000 + Number(written) : Number(written);
  const parts = /^(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?)?$/.exec(bare);
  if (parts) return isoDate(year(parts[3]), parts[2] ? Number(parts[2]) : nearMonth, Number(parts[1]));
  const solid = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(bare);
  if (solid) return isoDate(year(solid[3]), Number(solid[2]), Number(solid[1]));
  return null;
}

export interface Period {
  start: IsoDate;
  end: IsoDate;
}

export function yearPeriod(year: number): Period {
  return { start: `${year}-01-01`, end: `${year}-12-31` };
}
export function quarterPeriod(year: number, quarter: number): Period {
  const last = quarter * 3;
  return { start: isoDate(year, last - 2, 1)!, end: isoDate(year, last, daysInMonth(year, last))! };
}
export function monthPeriod(year: number, month: number): Period {
  return { start: isoDate(year, month, 1)!, end: isoDate(year, month, daysInMonth(year, month))! };
}

/** What a period is called: "2025", "T4 2025", "12/2025", else both dates. */
export function periodName(period: Period): string {
  const year = Number(period.start.slice(0, 4));
  const same = (other: Period) => other.start === period.start && other.end === period.end;
  if (same(yearPeriod(year))) return String(year);
  for (let quarter = 1; quarter <= 4; quarter++) if (same(quarterPeriod(year, quarter))) return `T${quarter} ${year}`;
  const month = Number(period.start.slice(5, 7));
  if (same(monthPeriod(year, month))) return `${period.start.slice(5, 7)}/${year}`;
  return `${formatDate(period.start)} – ${formatDate(period.end)}`;
}
