// npm run pictures: takes the pictures of the documents from the built app and writes them into docs/pictures.
import { buildIfStale, tool } from './build.mjs'
import { run } from './run.mjs'
import { command, say, Trouble } from './say.mjs'

await command(async () => {
  await buildIfStale()
  const args = [tool('vitest', 'vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', '--project', 'pictures']
  const { code } = await run(process.execPath, args)
  if (code !== 0) throw new Trouble('not all pictures could be taken')
  say('wrote docs/pictures')
})
