// npm run docs:design: writes the contrast of the tokens into docs/design-system.md. With --check it fails when the file is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contrastTable, measurePairs } from './design/contrast.mjs'
import { readTokens } from './design/tokens.mjs'
import { ROOT } from './paths.mjs'
import { command, say, Trouble } from './say.mjs'

const FILE = join(ROOT, 'docs', 'design-system.md')
/** The table is between these lines. */
const [START, END] = ['<!-- contrast: npm run docs:design -->', '<!-- end of contrast -->']

await command(() => {
  const document = readFileSync(FILE, 'utf8')
  const [before, rest] = document.split(START)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Trouble(`docs/design-system.md has no lines ${START} and ${END}`)
  const { valueOf } = readTokens(readFileSync(join(ROOT, 'src', 'ui', 'tokens.css'), 'utf8'))
  const current = `${before}${START}\n\n${contrastTable(measurePairs(valueOf))}\n\n${END}${after}`
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, current)
    say('Wrote docs/design-system.md')
  } else if (document !== current) {
    throw new Trouble('docs/design-system.md is stale: run npm run docs:design')
  }
})
