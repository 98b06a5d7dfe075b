// npm run sandbox -- --port 4010 --conversations 500 --seed 1 --key sk_test_demo: starts the embedded API server alone.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './paths.mjs'
import { command } from './say.mjs'

await command(async () => {
  const { build } = await import('vite')
  const outDir = join(ROOT, 'out', 'sandbox')
  // Node 20 cannot run TypeScript, so the server is bundled first. This takes a fraction of a second.
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, 'electron', 'sandbox', 'serve.ts'),
      outDir,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'serve.mjs' } },
    },
  })
  await import(pathToFileURL(join(outDir, 'serve.mjs')).href)
})
