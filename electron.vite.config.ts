import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { recordModules } from './scripts/legal/record-modules.mjs'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

const DEV_PORT = 5273

const recorder = () => recordModules({ root: path('.'), file: path('./out/legal/bundled.json') })

type ModuleGraph = { readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null }

/**
 * One file with everything that the window needs before it can draw. Otherwise each module that a dialog shares with the start is a file
 * of its own, and main answers each of 55 requests in JavaScript.
 */
function inOneChunk(entry: string): (id: string, graph: ModuleGraph) => string | null {
  let needed: ReadonlySet<string> | null = null
  return (id, graph) => {
    needed ??= collect(entry, (from) => graph.getModuleInfo(from)?.importedIds ?? [])
    return needed.has(id) ? 'start' : null
  }
}

function collect(start: string, next: (from: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set([start])
  for (const from of found) for (const to of next(from)) found.add(to)
  return found
}

/**
 * All packages are bundled, so the packaged app contains no node_modules. The targets are the oldest engine that the app supports:
 * Electron 25 (Chromium 114, Node 18).
 */
export default defineConfig({
  main: {
    plugins: [recorder()],
    build: {
      outDir: 'out/main',
      target: 'node18',
      lib: { entry: path('./electron/main.ts'), formats: ['cjs'], fileName: () => 'main.cjs' },
    },
  },
  preload: {
    plugins: [recorder()],
    build: {
      outDir: 'out/preload',
      target: 'node18',
      lib: { entry: path('./electron/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    },
  },
  renderer: {
    root: path('./src'),
    // First, because Tailwind replaces the imports of style sheets.
    plugins: [recorder(), react(), tailwindcss()],
    // Modules, because the spelling worker loads a dictionary when it needs it.
    worker: { format: 'es', plugins: () => [recorder()] },
    // electron/guards/assets.ts replaces this with a new nonce on every load. Libraries that inject <style> read it too.
    html: { cspNonce: '__CSP_NONCE__' },
    // The page has the origin app://clarion in development too (electron/guards/dev-server.ts), so it needs the address of Vite's socket.
    server: { port: DEV_PORT, strictPort: true, hmr: { protocol: 'ws', host: 'localhost', clientPort: DEV_PORT } },
    build: {
      outDir: path('./out/renderer'),
      target: 'chrome114',
      modulePreload: { polyfill: false },
      minify: true,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: path('./src/index.html'), 'carry-over': path('./src/carry-over.html') },
        output: { codeSplitting: { groups: [{ name: inOneChunk(path('./src/index.html')), debugName: 'start' }] } },
      },
    },
  },
})
