import { join } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { ROOT } from '../paths.mjs'

/** Where the built gallery is. Beside the app's files, never among them. */
export const GALLERY = join(ROOT, 'out', 'gallery')

/** @type {import('vite').InlineConfig} */
export const GALLERY_CONFIG = {
  configFile: false,
  root: join(ROOT, 'test', 'gallery'),
  base: './',
  logLevel: 'warn',
  plugins: [react(), tailwindcss()],
  build: { outDir: GALLERY, emptyOutDir: true, target: 'chrome114', assetsInlineLimit: 0, minify: false },
}
