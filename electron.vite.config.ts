import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/**
 * Every package is bundled, so the packaged app holds no node_modules. Targets are the oldest
 * engine the app runs on: Electron 25 (Chromium 114, Node 18).
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node18',
      lib: { entry: path('./electron/main.ts'), formats: ['cjs'], fileName: () => 'main.cjs' },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node18',
      lib: { entry: path('./electron/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    },
  },
  renderer: {
    root: path('./src'),
    plugins: [react(), tailwindcss()],
    // Replaced on every load by electron/window-assets with a fresh nonce; also read by libraries that inject <style>.
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: path('./out/renderer'),
      target: 'chrome114',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: { input: path('./src/index.html') },
    },
  },
})
