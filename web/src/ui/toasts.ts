// Short messages that leave by themselves, with an act to undo when there is one.
import { defineStore } from 'pinia';

export interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'danger' | 'info';
  act?: { label: string; run: () => unknown } | undefined;
}

let last = 0;
const most = 3; // more would cover what one works on

export const useToasts = defineStore('toasts', {
  state: () => ({ toasts: [] as Toast[] }),
  actions: {
    say(text: string, tone: Toast['tone'] = 'good', act?: Toast['act']) {
      const toast: Toast = { id: ++last, text, tone, act };
      this.toasts = [...this.toasts.slice(1 - most), toast];
      setTimeout(() => this.drop(toast.id), act ? 10_000 : 5_000);
    },
    drop(id: number) {
      this.toasts = this.toasts.filter((toast) => toast.id !== id);
    },
  },
});
