// Pages come in pieces. After an update of the server the pieces that an open window knows are gone.
/** What browsers say when a piece of the program does not come. */
export const isMissingCode = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script failed|importing a module|Unable to preload CSS/i.test(error.message);

const place = 'daftar.reloaded';

/** Whether a reload is worth trying for a page: once in ten seconds, or a page that never comes would reload for ever. */
export function reloadsFor(path: string, now: number, store: Pick<Storage, 'getItem' | 'setItem'> = sessionStorage): boolean {
  const [last, when] = (store.getItem(place) ?? '').split(' ');
  if (last === path && now - Number(when) < 10_000) return false;
  store.setItem(place, `${path} ${now}`);
  return true;
}
