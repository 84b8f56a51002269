// The typing grid on a draft: `?draft=…` fills it, saving writes the draft back, posting takes it into the books.
import { computed, ref, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { get, post, put } from '@/api/http';
import { useLoad } from '@/api/load';
import { useSession } from '@/api/session';
import { useToasts } from '@/ui/toasts';
import { emptyLine, type EntryHead, type GridLine } from '../entry';
import { draftBody, headOf, linesOf, type DraftView } from './draft';

type Act = <T>(work: () => Promise<T>) => Promise<T | undefined>;

export function useDraftEdit(head: Ref<EntryHead>, lines: Ref<GridLine[]>, act: Act, safe: () => void) {
  const { t } = useI18n();
  const route = useRoute();
  const router = useRouter();
  const session = useSession();
  const toasts = useToasts();
  const id = computed(() => (typeof route.query.draft === 'string' && route.name === 'new-entry' ? route.query.draft : ''));
  const draft = ref<DraftView | null>(null);
  const { data, problem } = useLoad(async () => (id.value ? get<DraftView>(`/accounting/drafts/${id.value}`) : null), () => id.value);
  watch(data, (loaded) => {
    draft.value = loaded;
    if (!loaded) return;
    head.value = headOf(loaded);
    lines.value = linesOf(loaded, session.currency);
    safe();
  });
  watch(id, () => {
    draft.value = null;
    head.value = { ...head.value, description: '', reference: '' };
    lines.value = [emptyLine(), emptyLine(), emptyLine()];
    safe();
  });
  /** Writes the draft as it stands in the grid, and posts it unless it stays a draft. */
  async function save(stays: boolean): Promise<void> {
    const before = draft.value;
    if (!before) return;
    const posted = await act(async () => {
      draft.value = await put<DraftView>(`/accounting/drafts/${before.id}`, draftBody(before, head.value, lines.value, session.currency), before.version);
      return stays ? { id: '' } : post<{ id: string }>(`/accounting/journal-entries/${before.id}/post`);
    });
    if (!posted) return;
    safe();
    toasts.say(t(stays ? 'journal.draftSaved' : 'journal.saved'));
    await router.push(stays ? { name: 'drafts' } : { name: 'entry', params: { id: posted.id } });
  }
  return { editing: computed(() => id.value !== ''), problem, save };
}
