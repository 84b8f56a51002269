// A session that ended in the middle of something: the person is asked once, and all that waited for it goes on.
import { shallowRef } from 'vue';

/** Answers the question that stands before the reader, when there is one. */
export const askedAgain = shallowRef<((back: boolean) => void) | null>(null);
let waiting: Promise<boolean> | null = null;

export function signInIsAsked(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => (askedAgain.value = resolve)).finally(() => {
    askedAgain.value = null;
    waiting = null;
  });
  return waiting;
}
