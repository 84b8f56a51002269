import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/papiers', name: 'documents', component: () => import('./DocumentsPage.vue') },
  { path: '/papiers/:id', name: 'document', props: true, component: () => import('./ReviewPage.vue'), meta: { place: 'documents' } },
];
