// npm run screens: draws the screens of the built window and compares them with the pictures in test/screens/references.
// --update takes those pictures anew. --all FOLDER writes every size, theme and language into a folder and compares nothing;
// --languages de,es takes only these. --only inbox,thread draws only these screens.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale, tool } from './build.mjs'
import { run } from './run.mjs'
import { command, say, Trouble } from './say.mjs'

const { values } = parseArgs({
  options: {
    update: { type: 'boolean', default: false },
    all: { type: 'string' },
    languages: { type: 'string' },
    only: { type: 'string' },
  },
})

await command(async () => {
  await buildIfStale()
  const args = [tool('vitest', 'vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', '--project', 'screens']
  // Also writes docs/screen-reader-walk.md.
  if (values.update) args.push('--update')
  const { code } = await run(process.execPath, args, {
    env: {
      ...process.env,
      // Times of day are on the screens.
      TZ: 'UTC',
      ...(values.update && { CLARION_UPDATE_PICTURES: '1' }),
      ...(values.all !== undefined && { CLARION_SCREENS_FOLDER: resolve(values.all) }),
      ...(values.languages !== undefined && { CLARION_SCREENS_LANGUAGES: values.languages }),
      ...(values.only !== undefined && { CLARION_SCREENS_ONLY: values.only }),
    },
  })
  if (code !== 0)
    throw new Trouble(values.all === undefined ? 'not all screens look as before' : 'not all pictures could be taken')
  if (values.all !== undefined) say(`wrote ${resolve(values.all)}`)
  if (values.update) say('wrote test/screens/references')
})
