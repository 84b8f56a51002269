// pdf.js, loaded only when a paper is opened.
import type { PDFDocumentProxy } from 'pdfjs-dist';

let ready: Promise<typeof import('pdfjs-dist')> | null = null;

async function load(): Promise<typeof import('pdfjs-dist')> {
  const [pdfjs, { default: PdfWorker }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?worker'),
  ]);
  pdfjs.GlobalWorkerOptions.workerPort = new PdfWorker();
  return pdfjs;
}

/** Starts loading while the paper itself is still on its way. */
export function preparePdf(): void {
  ready ??= load();
}

/** Opens a PDF; papers come from strangers, so nothing in them is ever evaluated. */
export async function openPdf(data: ArrayBuffer): Promise<PDFDocumentProxy> {
  ready ??= load();
  const pdfjs = await ready;
  return pdfjs.getDocument({ data, isEvalSupported: false, enableXfa: false, standardFontDataUrl: '/pdf-fonts/' }).promise;
}
