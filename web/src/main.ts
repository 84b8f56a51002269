import '@fontsource-variable/inter';
import '@fontsource/noto-sans-arabic';
import 'bootstrap/dist/css/bootstrap.min.css';
import 'bootstrap-vue-next/dist/bootstrap-vue-next.css';
import 'bootstrap-icons/font/bootstrap-icons.min.css';
import './styles/tokens.css';
import './styles/base.css';
import { createPinia } from 'pinia';
import { registryPlugin } from 'bootstrap-vue-next/plugins/registry';
import { createApp } from 'vue';
import { whenSessionIsLost } from './api/http';
import { useSession } from './api/session';
import { signInIsAsked } from './api/signInAgain';
import { isMissingCode, reloadsFor } from './missingCode';
import App from './App.vue';
import { i18n, setLanguage } from './i18n/i18n';
import { router } from './routes';
import { followPreferences } from './ui/preferences';
import { useToasts } from './ui/toasts';

const app = createApp(App);
app.use(createPinia()).use(i18n).use(router).use(registryPlugin);
followPreferences(setLanguage);
// A page that breaks says so; the rest of the product goes on.
app.config.errorHandler = (error) => {
  console.error(error);
  useToasts().say(i18n.global.t('common.broken'), 'danger');
};
whenSessionIsLost(async () => {
  const session = useSession();
  if (session.me && (await signInIsAsked())) return true;
  session.forget();
  await router.push({ name: 'sign-in', query: { suite: router.currentRoute.value.fullPath } });
  return false;
});
// A page whose code does not come: the server has a newer one, or the connection is gone. The first is mended by a reload, once.
router.onError((error: unknown, to) => {
  if (!isMissingCode(error)) return;
  if (navigator.onLine && reloadsFor(to.fullPath, Date.now())) return location.assign(to.fullPath);
  useToasts().say(i18n.global.t('problem.page'), 'danger', { label: i18n.global.t('common.retry'), run: () => router.push(to.fullPath) });
});
app.mount('#app');
