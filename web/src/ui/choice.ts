// What a picker offers, and which offer a typed text names.
import { foldText } from './tableState';

export interface Choice {
  id: string;
  name: string;
  detail?: string;
}

const plain = (text: string) => foldText(text).replace(/\s+/g, ' ').trim();

/** The one choice a text names: by its whole name or code, else as the only answer to it. Two of one name stay a question. */
export function named(text: string, choices: readonly Choice[]): Choice | null {
  const words = plain(text);
  if (!words) return null;
  const exact = choices.filter((choice) => plain(choice.name) === words || (!!choice.detail && plain(choice.detail) === words));
  if (exact.length > 0) return exact.length === 1 ? exact[0]! : null;
  return choices.length === 1 ? choices[0]! : null;
}
