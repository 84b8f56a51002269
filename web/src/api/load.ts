// Loading as pages need it: data, whether it is on its way, and the problem when it is not.
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { getPage, type Page } from './http';
import { asProblem, type ApiProblem } from './problem';

export interface Load<T> {
  data: ShallowRef<T | null>;
  problem: ShallowRef<ApiProblem | null>;
  loading: Ref<boolean>;
  reload: () => Promise<void>;
}

/** Runs `fetch` now and again when `sources` change; the answer of an older run never covers a newer one. */
export function useLoad<T>(fetch: () => Promise<T>, sources: () => unknown = () => null): Load<T> {
  const data: ShallowRef<T | null> = shallowRef(null);
  const problem = shallowRef<ApiProblem | null>(null);
  const loading = ref(true);
  let run = 0;
  async function reload(): Promise<void> {
    const mine = ++run;
    loading.value = true;
    try {
      const answer = await fetch();
      if (mine !== run) return;
      data.value = answer;
      problem.value = null;
    } catch (error) {
      if (mine === run) problem.value = asProblem(error);
    } finally {
      if (mine === run) loading.value = false;
    }
  }
  watch(() => JSON.stringify(sources()), reload, { immediate: true });
  onScopeDispose(() => run++);
  return { data, problem, loading, reload };
}

export interface PagedLoad<T> {
  items: ShallowRef<T[]>;
  problem: ShallowRef<ApiProblem | null>;
  loading: Ref<boolean>;
  hasMore: Ref<boolean>;
  /** The next page; in steps of `most` for one who wants the whole list. */
  more: (whole?: boolean) => Promise<void>;
  reload: () => Promise<void>;
}

/** A list read page by page with its cursor. `most` is the greatest page the route gives, where it lets one ask. */
export function usePages<T>(
  path: string,
  params: () => Record<string, string | number | boolean | null | undefined>,
  most: number | null = null,
  fetch: (path: string, params: Record<string, string | number | boolean | null | undefined>) => Promise<Page<T>> = getPage,
): PagedLoad<T> {
  const items: ShallowRef<T[]> = shallowRef([]);
  const problem = shallowRef<ApiProblem | null>(null);
  const loading = ref(true);
  const hasMore = ref(false);
  let next: string | null = null;
  let run = 0;
  async function read(cursor: string | null, limit: number | null = null): Promise<void> {
    const mine = ++run;
    loading.value = true;
    try {
      const page = await fetch(path, { ...params(), ...(limit ? { limit } : {}), cursor });
      if (mine !== run) return;
      items.value = cursor ? [...items.value, ...page.items] : page.items;
      next = page.next;
      hasMore.value = next !== null;
      problem.value = null;
    } catch (error) {
      if (mine === run) problem.value = asProblem(error);
    } finally {
      if (mine === run) loading.value = false;
    }
  }
  const reload = () => read(null);
  const more = async (whole = false) => {
    if (next && !loading.value) await read(next, whole ? most : null);
  };
  watch(() => JSON.stringify(params()), reload, { immediate: true });
  onScopeDispose(() => run++);
  return { items, problem, loading, hasMore, more, reload };
}

/** One writing act: its progress and its problem, for a button or a form. */
export function useAct(): {
  acting: Ref<boolean>;
  problem: ShallowRef<ApiProblem | null>;
  act: <T>(work: () => Promise<T>) => Promise<T | undefined>;
} {
  const acting = ref(false);
  const problem = shallowRef<ApiProblem | null>(null);
  async function act<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (acting.value) return undefined;
    acting.value = true;
    problem.value = null;
    try {
      return await work();
    } catch (error) {
      problem.value = asProblem(error);
      return undefined;
    } finally {
      acting.value = false;
    }
  }
  return { acting, problem, act };
}
