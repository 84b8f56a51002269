/** "janvier", in the reader's language. */
export const monthWord = (month: number, language: string) => new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month - 1, 1)));
export const months = Array.from({ length: 12 }, (_, index) => index + 1);
