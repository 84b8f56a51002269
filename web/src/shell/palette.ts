// The command palette: go to, do, find. Ranking is plain and predictable.
import type { RouteLocationRaw } from 'vue-router';
import { foldText } from '@/ui/tableState';

export interface Command {
  id: string;
  kind: 'go' | 'do' | 'find';
  label: string;
  detail?: string;
  icon: string;
  to?: RouteLocationRaw;
  run?: () => unknown;
  words?: string;
}

/** How well a command answers what was typed: 0 not at all, else higher is better. */
export function score(command: Command, typed: string): number {
  const wanted = foldText(typed.trim());
  if (wanted === '') return command.kind === 'find' ? 0 : 1;
  const label = foldText(command.label);
  const all = `${label} ${foldText(command.detail ?? '')} ${foldText(command.words ?? '')}`;
  if (command.kind === 'find') return 2;
  if (label.startsWith(wanted)) return 6;
  if (label.split(/[\s'’-]+/).some((word) => word.startsWith(wanted))) return 5;
  return wanted.split(/\s+/).every((word) => all.includes(word)) ? 3 : 0;
}

export function ranked(commands: readonly Command[], typed: string): Command[] {
  return commands
    .map((command, index) => ({ command, index, score: score(command, typed) }))
    .filter((one) => one.score > 0)
    .sort((left, right) => right.score - left.score || left.index - right.index)
    .map((one) => one.command);
}
