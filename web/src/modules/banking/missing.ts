import { getPage } from '@/api/http';
import { useLoad } from '@/api/load';
import type { Schemas } from '@/api/types';

/** The holes between the statements of every account; `look` asks again after an import. */
export function useMissingStatements() {
  const { data: holes, reload: look } = useLoad(() => getPage<Schemas['banking.MissingStatement']>('/bank/missing-statements').then((page) => page.items));
  return { holes, look };
}
