import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';

const fonts = fileURLToPath(new URL('./node_modules/pdfjs-dist/standard_fonts/', import.meta.url));

/** Papers name the fourteen standard PDF fonts without carrying them: they are served beside the page viewer. */
function pdfStandardFonts(): Plugin {
  return {
    name: 'pdf-standard-fonts',
    apply: 'build',
    generateBundle() {
      for (const name of readdirSync(fonts).filter((file) => /\.(pfb|ttf)$/.test(file))) {
        this.emitFile({ type: 'asset', fileName: `pdf-fonts/${name}`, source: readFileSync(fonts + name) });
      }
    },
  };
}

export default defineConfig({
  plugins: [vue(), pdfStandardFonts()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  worker: { format: 'es' },
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  server: {
    proxy: { '/api': process.env.DAFTAR_API ?? 'http://127.0.0.1:8080' },
  },
});
