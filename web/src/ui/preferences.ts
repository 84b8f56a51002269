// How this reader likes the product to look; kept in the browser.
import { defineStore } from 'pinia';
import { watchEffect } from 'vue';

export type Theme = 'auto' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';
export type Language = 'fr' | 'ar' | 'en';

interface Kept {
  theme: Theme;
  density: Density;
  language: Language;
  side: 'open' | 'narrow';
  /** Groups of the side bar that the reader opened or shut himself. */
  folds: Record<string, boolean>;
  /** Columns of each table that the reader showed or hid himself. */
  columns: Record<string, Record<string, boolean>>;
}

const place = 'daftar.preferences';
const defaults: Kept = { theme: 'auto', density: 'comfortable', language: 'fr', side: 'open', folds: {}, columns: {} };

function kept(): Kept {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Kept>) };
  } catch {
    return { ...defaults };
  }
}

export const usePreferences = defineStore('preferences', {
  state: kept,
  getters: {
    dark: (state) =>
      state.theme === 'dark' || (state.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches),
  },
});

/** Writes the choices onto the page and into the browser, now and whenever they change. */
export function followPreferences(setLanguage: (language: Language) => void): void {
  const preferences = usePreferences();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (change) => {
    if (preferences.theme === 'auto') document.documentElement.dataset.bsTheme = change.matches ? 'dark' : 'light';
  });
  watchEffect(() => {
    const root = document.documentElement;
    root.dataset.bsTheme = preferences.dark ? 'dark' : 'light';
    root.dataset.density = preferences.density;
    root.lang = preferences.language;
    root.dir = preferences.language === 'ar' ? 'rtl' : 'ltr';
    setLanguage(preferences.language);
    localStorage.setItem(place, JSON.stringify(preferences.$state));
  });
}
