// Long lists: the rest is read when the reader looks for something, and rows are drawn as he comes to them.
import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue';

/** Reads the next page; `whole` asks for the largest. Null when there is none. */
export type More = ((whole?: boolean) => unknown) | null;

/** So many rows are read at most on behalf of a filter: beyond, the list has to be narrowed. */
export const rowsMost = 20_000;

/**
 * Reads page after page until the list is whole. A page that brings nothing (it failed, or another list came in its place) ends the walk:
 * what is there is then searched, and the list still offers its next page.
 */
export async function readRest(more: () => More, count: () => number): Promise<boolean> {
  for (let next = more(); next && count() < rowsMost; next = more()) {
    const before = count();
    await next(true);
    if (count() <= before) return false;
  }
  return more() === null;
}

/** While `wanted` (a filter, a sort, an export) the list is brought in whole, for its rows are chosen among all of them. */
export function useWholeList(more: () => More, count: () => number, wanted: () => boolean, ready: () => boolean): { reading: Ref<boolean>; readAll: () => Promise<void> } {
  const reading = ref(false);
  async function readAll(): Promise<void> {
    if (reading.value) return;
    reading.value = true;
    try {
      await readRest(more, count);
    } finally {
      reading.value = false;
    }
  }
  watch(
    () => wanted() && ready() && more() !== null,
    (due) => due && void readAll(),
    { immediate: true },
  );
  return { reading, readAll };
}

const step = 100;

/** How many rows are drawn: a first screenful, then more as the end of the table comes near; on paper all of them. */
export function useDrawnRows(total: () => number, end: Ref<HTMLElement | null>): Ref<number> {
  const drawn = ref(step);
  let watcher: IntersectionObserver | null = null;
  const grow = () => (drawn.value = Math.min(drawn.value + step, Math.max(step, total())));
  const all = () => (drawn.value = Infinity);
  watch(end, (element) => {
    watcher?.disconnect();
    if (element) watcher?.observe(element);
  });
  // A step that does not reach the end leaves it in sight, and no crossing tells of it: it is looked at again.
  watch(drawn, () => end.value && watcher && (watcher.unobserve(end.value), watcher.observe(end.value)), { flush: 'post' });
  onMounted(() => {
    if (typeof IntersectionObserver !== 'undefined') watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && grow(), { rootMargin: '1200px' });
    if (end.value) watcher?.observe(end.value);
    window.addEventListener('beforeprint', all);
  });
  onBeforeUnmount(() => {
    watcher?.disconnect();
    window.removeEventListener('beforeprint', all);
  });
  return drawn;
}

/** Whether a table is as wide as its place: then its heads may stay on top while the page scrolls. */
export function useFits(place: Ref<HTMLElement | null>): Ref<boolean> {
  const fits = ref(true);
  let watcher: ResizeObserver | null = null;
  const look = () => place.value && (fits.value = (place.value.firstElementChild?.scrollWidth ?? 0) <= place.value.clientWidth + 1);
  const follow = (element: HTMLElement | null) => {
    watcher?.disconnect();
    if (!element || !watcher) return;
    watcher.observe(element);
    if (element.firstElementChild) watcher.observe(element.firstElementChild);
  };
  watch(place, follow);
  onMounted(() => {
    if (typeof ResizeObserver !== 'undefined') watcher = new ResizeObserver(look);
    follow(place.value);
  });
  onBeforeUnmount(() => watcher?.disconnect());
  return fits;
}
