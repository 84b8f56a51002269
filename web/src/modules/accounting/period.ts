// The period of a page, kept in the address bar.
import { computed, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { yearPeriod, type Period } from '@/ui/dates';

export function usePeriod(): WritableComputedRef<Period> {
  const route = useRoute();
  const router = useRouter();
  const thisYear = new Date().getFullYear();
  return computed({
    get: () => {
      const { du, au } = route.query;
      return typeof du === 'string' && typeof au === 'string' ? { start: du, end: au } : yearPeriod(thisYear);
    },
    set: (period) => void router.replace({ query: { ...route.query, du: period.start, au: period.end } }),
  });
}

/** One value of the address bar. */
export function useQueryValue(name: string, fallback = ''): WritableComputedRef<string> {
  const route = useRoute();
  const router = useRouter();
  return computed({
    get: () => (typeof route.query[name] === 'string' ? (route.query[name] as string) : fallback),
    set: (value) => void router.replace({ query: { ...route.query, [name]: value === fallback ? undefined : value } }),
  });
}

/** Year of a report page. */
export function useYear(): WritableComputedRef<number> {
  const text = useQueryValue('annee', String(new Date().getFullYear()));
  return computed({ get: () => Number(text.value), set: (year) => (text.value = String(year)) });
}
