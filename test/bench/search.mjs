// node test/bench/search.mjs [summaries] [conversations] [messages of each]: bundles and runs search.ts.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const outDir = join(root, 'out', 'bench')
await build({
  configFile: false,
  root,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: join(root, 'test', 'bench', 'search.ts'),
    outDir,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'search.mjs' } },
  },
})
const args = ['--expose-gc', '--max-old-space-size=8000', join(outDir, 'search.mjs'), ...process.argv.slice(2)]
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1)
