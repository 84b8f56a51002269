// A form that shows what it would do: the act is tried without being written while the person types.
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { rehearse } from './http';
import { asProblem, type ApiProblem } from './problem';

export interface Rehearsal<T> {
  outcome: ShallowRef<T | null>;
  problem: ShallowRef<ApiProblem | null>;
  trying: Ref<boolean>;
}

/** Tries `path` with `body()` a moment after it stops changing; nothing is asked while the body is null. */
export function useRehearsal<T>(path: () => string, body: () => object | null, pause = 350): Rehearsal<T> {
  const outcome: ShallowRef<T | null> = shallowRef(null);
  const problem = shallowRef<ApiProblem | null>(null);
  const trying = ref(false);
  let run = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function attempt(mine: number, sent: object): Promise<void> {
    try {
      const answer = await rehearse<T>(path(), sent);
      if (mine !== run) return;
      outcome.value = answer;
      problem.value = null;
    } catch (error) {
      if (mine !== run) return;
      outcome.value = null;
      problem.value = asProblem(error);
    } finally {
      if (mine === run) trying.value = false;
    }
  }
  watch(
    () => JSON.stringify([path(), body()]),
    () => {
      clearTimeout(timer);
      const mine = ++run;
      const sent = body();
      trying.value = sent !== null;
      if (sent === null) {
        outcome.value = null;
        problem.value = null;
        return;
      }
      timer = setTimeout(() => void attempt(mine, sent), pause);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    run++;
    clearTimeout(timer);
  });
  return { outcome, problem, trying };
}
