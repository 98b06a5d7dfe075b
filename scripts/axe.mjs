// npm run axe: checks the accessibility of every state of the built window in every language, light, dark and with high contrast.
// `npm run axe -- es` checks one language.
import { buildIfStale, tool } from './build.mjs'
import { run } from './run.mjs'
import { command, Trouble } from './say.mjs'

await command(async () => {
  await buildIfStale()
  const args = [tool('vitest', 'vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', '--project', 'axe']
  const [language] = process.argv.slice(2)
  const only = language === undefined ? [] : ['--testNamePattern', ` in ${language}:`]
  const { code } = await run(process.execPath, [...args, '--disable-console-intercept', ...only])
  if (code !== 0) throw new Trouble('axe found violations, or a state could not be reached')
})
