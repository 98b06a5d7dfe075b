import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

const DEV_PORT = 5273

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
    // Replaced on every load by electron/guards/assets.ts with a fresh nonce; also read by libraries that inject <style>.
    html: { cspNonce: '__CSP_NONCE__' },
    // While developing, the page lives at app://clarion too (electron/guards/dev-server.ts) and cannot guess where Vite's socket is.
    server: { port: DEV_PORT, strictPort: true, hmr: { protocol: 'ws', host: 'localhost', clientPort: DEV_PORT } },
    build: {
      outDir: path('./out/renderer'),
      target: 'chrome114',
      modulePreload: { polyfill: false },
      minify: true,
      assetsInlineLimit: 0,
      rollupOptions: { input: path('./src/index.html') },
    },
  },
})
