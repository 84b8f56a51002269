// New books: what to bring in first, in the order that makes the next step easy. A step is done when something is there.
export interface Step {
  name: 'people' | 'buildings' | 'owners' | 'bank' | 'papers' | 'call';
  icon: string;
  done: boolean;
  to: { name: string };
}

const all: { name: Step['name']; icon: string; page: string; list: string; right: string; params?: Record<string, string> }[] = [
  { name: 'people', icon: 'person-plus', page: 'users', list: '/users', right: 'manage_users' },
  { name: 'buildings', icon: 'building', page: 'buildings', list: '/buildings', right: 'edit_registry' },
  { name: 'owners', icon: 'people', page: 'owners', list: '/parties', right: 'edit_registry', params: { kind: 'owner' } },
  { name: 'bank', icon: 'wallet2', page: 'bank-accounts', list: '/bank/accounts', right: 'bank' },
  { name: 'papers', icon: 'file-earmark-arrow-up', page: 'documents', list: '/documents', right: 'accept_documents' },
  { name: 'call', icon: 'megaphone', page: 'new-call', list: '/calls', right: 'issue_calls' },
];

/** The steps that this reader may take. `holds` says whether a list of the server has something in it. */
export async function firstSteps(can: (right: string) => boolean, holds: (list: string, params: Record<string, string>) => Promise<boolean>): Promise<Step[]> {
  const mine = all.filter((step) => can(step.right));
  const done = await Promise.all(mine.map((step) => holds(step.list, step.params ?? {})));
  return mine.map((step, index) => ({ name: step.name, icon: step.icon, done: done[index]!, to: { name: step.page } }));
}
