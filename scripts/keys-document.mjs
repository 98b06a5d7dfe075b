// npm run docs:keys writes docs/keys.md from the command registry. With --check it fails when the file is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { ROOT } from './paths.mjs'
import { command, say, Trouble } from './say.mjs'

const FILE = join(ROOT, 'docs', 'keys.md')

await command(async () => {
  // Node 20 reads no TypeScript.
  const { module } = await runnerImport(join(ROOT, 'src', 'commands', 'keys', 'keys-document.ts'), {
    configFile: false,
    root: ROOT,
    logLevel: 'error',
  })
  const document = module.keysDocument()
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, document)
    say('Wrote docs/keys.md')
  } else if (readFileSync(FILE, 'utf8') !== document) {
    throw new Trouble('docs/keys.md is stale: run npm run docs:keys')
  }
})
