import { createI18n } from 'vue-i18n';
import ar from './ar.json';
import en from './en.json';
import fr from './fr.json';
import type { Language } from '@/ui/preferences';

// What a language does not say yet is said in French, never as a bare key.
export const i18n = createI18n({
  legacy: false,
  locale: 'fr',
  fallbackLocale: 'fr',
  missingWarn: false,
  fallbackWarn: false,
  messages: { fr, ar: ar as typeof fr, en: en as typeof fr },
});

export function setLanguage(language: Language): void {
  i18n.global.locale.value = language;
}
