import '@fontsource-variable/inter';
import '@fontsource/noto-sans-arabic';
import 'bootstrap/dist/css/bootstrap.min.css';
import 'bootstrap-vue-next/dist/bootstrap-vue-next.css';
import 'bootstrap-icons/font/bootstrap-icons.min.css';
import './styles/tokens.css';
import './styles/base.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { whenSessionIsLost } from './api/http';
import { useSession } from './api/session';
import App from './App.vue';
import { i18n, setLanguage } from './i18n/i18n';
import { router } from './routes';
import { followPreferences } from './ui/preferences';
import { useToasts } from './ui/toasts';

const app = createApp(App);
app.use(createPinia()).use(i18n).use(router);
followPreferences(setLanguage);
// A page that breaks says so; the rest of the product goes on.
app.config.errorHandler = (error) => {
  console.error(error);
  useToasts().say(i18n.global.t('common.broken'), 'danger');
};
whenSessionIsLost(() => {
  useSession().forget();
  void router.push({ name: 'sign-in', query: { suite: router.currentRoute.value.fullPath } });
});
app.mount('#app');
