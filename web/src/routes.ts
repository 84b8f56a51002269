import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { useSession } from './api/session';
import { routes as accounting } from './modules/accounting/routes';
import { routes as banking } from './modules/banking/routes';
import { routes as documents } from './modules/documents/routes';
import { routes as home } from './modules/home/routes';
import { routes as identity } from './modules/identity/routes';
import { routes as registry } from './modules/registry/routes';
import { routes as reports } from './modules/reports/routes';

declare module 'vue-router' {
  interface RouteMeta {
    /** Open to people who are not signed in. */
    open?: boolean;
    /** Navigation entry that this page belongs to, when its own name is not one. */
    place?: string;
    /** The right this page asks for beyond that of its place. */
    permission?: string;
  }
}

const routes: RouteRecordRaw[] = [...home, ...documents, ...banking, ...accounting, ...registry, ...reports, ...identity];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

router.beforeEach(async (to) => {
  const session = useSession();
  await session.restore();
  if (to.meta.open) return session.me && to.name === 'sign-in' ? { name: 'home' } : true;
  return session.me ? true : { name: 'sign-in', query: to.fullPath === '/' ? {} : { suite: to.fullPath } };
});
