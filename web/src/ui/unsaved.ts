// What somebody typed and did not save is not thrown away without a word: neither by a link nor by closing the window.
import { onBeforeUnmount, shallowRef } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';

const forms = new Set<{ dirty: () => boolean; drop: () => void }>();
/** Answers the question that stands before the reader, when there is one. */
export const asked = shallowRef<((leave: boolean) => void) | null>(null);

/** Whether one may go: at once when nothing is at stake, else as the reader decides. Going drops what was typed. */
export async function mayLeave(): Promise<boolean> {
  const open = [...forms].filter((form) => form.dirty());
  if (open.length === 0) return true;
  asked.value?.(false);
  const leave = await new Promise<boolean>((resolve) => (asked.value = resolve));
  asked.value = null;
  if (leave) open.forEach((form) => form.drop());
  return leave;
}

/** Guards a form: `content` is what would be lost, as text. `mark` says that it is safe as it stands now. */
export function useUnsaved(content: () => string, dropped: () => void = () => undefined): { mark: () => void; dirty: () => boolean } {
  let safe = content();
  const dirty = () => content() !== safe;
  const mark = () => void (safe = content());
  const form = {
    dirty,
    drop: () => {
      mark();
      dropped();
    },
  };
  const warn = (event: BeforeUnloadEvent) => dirty() && event.preventDefault();
  forms.add(form);
  window.addEventListener('beforeunload', warn);
  onBeforeUnmount(() => {
    forms.delete(form);
    window.removeEventListener('beforeunload', warn);
  });
  // A session that ended cannot be stayed in.
  onBeforeRouteLeave((to) => (to.name === 'sign-in' ? true : mayLeave()));
  return { mark, dirty };
}
