// npm run docs:keys writes docs/keys.md and docs/keys-chart.html from the command registry. With --check it fails when one is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { ROOT } from './paths.mjs'
import { command, say, Trouble } from './say.mjs'

await command(async () => {
  const { keysDocument } = await load('keys-document.ts')
  const { keysChart } = await load('keys-chart.ts')
  settle('docs/keys.md', keysDocument())
  settle('docs/keys-chart.html', keysChart())
})

/** Node 20 reads no TypeScript. */
async function load(name) {
  const file = join(ROOT, 'src', 'commands', 'keys', name)
  const { module } = await runnerImport(file, { configFile: false, root: ROOT, logLevel: 'error' })
  return module
}

/** Writes the document, or compares it with the file. */
function settle(name, document) {
  const file = join(ROOT, name)
  if (!process.argv.includes('--check')) {
    writeFileSync(file, document)
    say(`Wrote ${name}`)
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== document) {
    throw new Trouble(`${name} is stale: run npm run docs:keys`)
  }
}
