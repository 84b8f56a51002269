// What waits for this person: papers to review, movements to match, work that failed, alerts of the books.
import { defineStore } from 'pinia';
import { get, getPage } from '@/api/http';
import { useSession } from '@/api/session';
import type { Alert } from '@/modules/home/decisions';

interface Failed {
  id: string;
  status: string;
}

export const useAttention = defineStore('attention', {
  state: () => ({ review: 0, failed: 0, movements: 0, deadJobs: 0, alerts: [] as Alert[] }),
  getters: {
    total: (state) => state.review + state.failed + state.movements + state.deadJobs + state.alerts.length,
    countOf:
      (state) =>
      (place: string): number =>
        ({ documents: state.review + state.failed, bank: state.movements, jobs: state.deadJobs })[place] ?? 0,
  },
  actions: {
    async refresh() {
      const can = useSession().can;
      const count = async (path: string, params: Record<string, string>, permission: string) =>
        can(permission) ? getPage<Failed>(path, params).then((page) => page.items.length, () => 0) : 0;
      const [review, failed, movements, deadJobs, dashboard] = await Promise.all([
        count('/documents', { status: 'review' }, 'read_documents'),
        count('/documents', { status: 'failed' }, 'read_documents'),
        count('/bank/movements', { status: 'open' }, 'bank'),
        count('/jobs', { status: 'failed' }, 'read_documents'),
        can('read_reports') ? get<{ alerts?: Alert[] }>('/accounting/dashboard').catch(() => ({ alerts: [] })) : { alerts: [] },
      ]);
      Object.assign(this, { review, failed, movements, deadJobs, alerts: dashboard.alerts ?? [] });
    },
  },
});
