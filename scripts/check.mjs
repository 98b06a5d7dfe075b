// npm run check: all static checks. Each prints one line, and all of them run even if one fails.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { tool } from './build.mjs'
import { ROOT } from './paths.mjs'
import { run } from './run.mjs'
import { command, say, Trouble } from './say.mjs'

const FOLDERS = ['electron', 'src', 'test', 'scripts']

const CHECKS = [
  { name: 'types', args: [tool('typescript', 'bin/tsc'), '-b'] },
  { name: 'lint', args: [tool('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings', ...FOLDERS] },
  { name: 'format', args: [tool('oxfmt', 'bin/oxfmt'), '--check'] },
  { name: 'unused code', args: [tool('knip', 'bin/knip.js')] },
  { name: 'docs/design-system.md', args: [join(ROOT, 'scripts', 'design-document.mjs'), '--check'] },
  { name: 'docs/keys.md, docs/keys-chart.html', args: [join(ROOT, 'scripts', 'keys-document.mjs'), '--check'] },
  {
    name: 'architecture',
    args: [
      tool('vitest', 'vitest.mjs'),
      'run',
      '--config',
      'test/vitest.config.ts',
      '--project',
      'unit',
      'test/architecture.test.ts',
      'test/src/ui/class-rules.test.ts',
    ],
  },
]

/** Runs every check and prints the output of the failed ones. */
export async function runChecks() {
  let failed = 0
  for (const { name, args } of CHECKS) {
    const startedAt = performance.now()
    const { code, output } = await run(process.execPath, args, { quiet: true })
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
    say(`${name}: ${code === 0 ? 'clean' : 'NOT clean'} (${seconds} s)`)
    if (code === 0) continue
    failed += 1
    console.error(output.trimEnd())
  }
  return { passed: CHECKS.length - failed, failed }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await command(async () => {
    const { failed } = await runChecks()
    if (failed > 0) throw new Trouble(`${failed} of ${CHECKS.length} checks failed`)
  })
}
