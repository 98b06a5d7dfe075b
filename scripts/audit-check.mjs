// npm run audit:check: fails on a known vulnerability that docs/advisories.md doesn't accept, and on a row there that no longer applies.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareAdvisories, readAccepted, readAudit } from './advisories.mjs'
import { ROOT } from './paths.mjs'
import { npm } from './run.mjs'
import { command, say, Trouble } from './say.mjs'

/** npm tries a silent registry several times. */
const LIMIT_MS = 5 * 60_000

await command(async () => {
  const accepted = readAccepted(readFileSync(join(ROOT, 'docs', 'advisories.md'), 'utf8'))
  // At this log level npm prints nothing but the report.
  const args = ['audit', '--json', '--package-lock-only', '--loglevel', 'silent']
  const { output } = await npm(args, { quiet: true, limitMs: LIMIT_MS })
  const audit = readAudit(output)
  if (audit.kind === 'no endpoint')
    return say(`advisories were not checked: the package registry has no audit endpoint (${audit.reason})`)
  if (audit.kind === 'failed') throw new Trouble(`couldn't check the advisories: ${audit.reason}`)
  const problems = compareAdvisories(audit.advisories, accepted)
  for (const problem of problems) say(problem)
  if (problems.length > 0) throw new Trouble('update the packages, or add a row with the reason to docs/advisories.md')
  say(`${audit.advisories.length} advisories, all accepted in docs/advisories.md`)
})
