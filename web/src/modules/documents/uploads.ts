// Files on their way in. The list outlives the page that dropped them.
import { defineStore } from 'pinia';
import { http } from '@/api/http';
import { asProblem } from '@/api/problem';

export interface Upload {
  id: number;
  name: string;
  size: number;
  sent: number;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  message: string;
  /** Stable code of the refusal. */
  code: string;
  documentId: string | null;
  newMovements: number | null;
  /** What the answer warns of: statements that are missing beside those of the file. */
  warnings: string[];
  /** Where the answer leads. */
  target: 'documents' | 'statement';
}

/** A paper, or the statements that a bank's file brought. */
interface Received {
  id?: string;
  already_imported?: boolean;
  new_movements?: number;
  missing_statements?: { message: string }[];
}

const atOnce = 3;
let last = 0;
const files = new Map<number, { file: File; url: string }>();

/** Type by the file's ending when the system does not say: phones and banks often leave it out. */
export function mediaTypeOf(name: string, given: string): string {
  const ending = name.toLowerCase().split('.').pop() ?? '';
  const known: Record<string, string> = {
    pdf: 'application/pdf',
    xml: 'application/xml',
    csv: 'text/csv',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    tif: 'image/tiff',
    tiff: 'image/tiff',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
  return known[ending] ?? (given || 'application/octet-stream');
}

export const useUploads = defineStore('uploads', {
  state: () => ({ uploads: [] as Upload[], finished: 0 }),
  getters: {
    busy: (state) => state.uploads.some((upload) => upload.state === 'sending' || upload.state === 'waiting'),
    progress: (state) => {
      const size = state.uploads.reduce((total, upload) => total + upload.size, 0);
      const sent = state.uploads.reduce((total, upload) => total + (upload.state === 'failed' ? upload.size : upload.sent), 0);
      return size === 0 ? 0 : sent / size;
    },
  },
  actions: {
    add(list: Iterable<File>, path = '/documents', target: Upload['target'] = 'documents', extra: Record<string, string> = {}) {
      for (const file of list) {
        const id = ++last;
        files.set(id, { file, url: `${path}?${new URLSearchParams({ filename: file.name, ...extra })}` });
        this.uploads.push({ id, name: file.name, size: Math.max(file.size, 1), sent: 0, state: 'waiting', message: '', code: '', documentId: null, newMovements: null, warnings: [], target });
      }
      this.pump();
    },
    pump() {
      const sending = this.uploads.filter((upload) => upload.state === 'sending').length;
      const waiting = this.uploads.filter((upload) => upload.state === 'waiting');
      for (const upload of waiting.slice(0, Math.max(0, atOnce - sending))) void this.send(upload.id);
    },
    async send(id: number) {
      const upload = this.uploads.find((one) => one.id === id)!;
      const { file, url } = files.get(id)!;
      upload.state = 'sending';
      try {
        const answer = await http.post<Received>(url, file, {
          headers: { 'Content-Type': mediaTypeOf(file.name, file.type) },
          timeout: 300_000,
          onUploadProgress: (progress) => {
            upload.sent = Math.min(upload.size, progress.loaded);
          },
        });
        upload.sent = upload.size;
        upload.state = 'done';
        upload.documentId = answer.data.id ?? null;
        upload.newMovements = answer.data.already_imported ? 0 : (answer.data.new_movements ?? null);
        upload.warnings = (answer.data.missing_statements ?? []).map((hole) => hole.message);
        files.delete(id);
      } catch (error) {
        const problem = asProblem(error);
        upload.state = 'failed';
        upload.code = problem.code;
        upload.message = [problem.message, ...problem.problems.map((one) => one.message)].join(' ');
      }
      this.finished++;
      this.pump();
    },
    /** Sends the file again, with more said about it when a person decided. */
    retry(id: number, said: Record<string, string> = {}) {
      const upload = this.uploads.find((one) => one.id === id);
      const kept = files.get(id);
      if (!upload || !kept) return;
      for (const [name, value] of Object.entries(said)) kept.url += `&${name}=${encodeURIComponent(value)}`;
      Object.assign(upload, { state: 'waiting', sent: 0, message: '', code: '' });
      this.pump();
    },
    clear() {
      this.uploads = this.uploads.filter((upload) => upload.state === 'sending' || upload.state === 'waiting');
    },
  },
});
