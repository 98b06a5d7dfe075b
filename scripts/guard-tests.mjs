import { join } from 'node:path'
import { createVitest } from 'vitest/node'

/** Longer than any run takes, ms. A guard may be what ends a loop. */
const LIMIT_MS = 10 * 60_000

/**
 * Runs tests of a checkout again and again in one Vitest: starting it takes longer than most tests.
 * @param {string} root
 * @param {import('./guard-rules.mjs').Project} project
 */
export async function openTests(root, project) {
  const config = join(root, 'test', 'vitest.config.ts')
  const vitest = await createVitest('test', {
    ...{ root, config, watch: false, silent: true, reporters: [{}] },
    // Unit tests are two projects.
    project: `${project}*`,
    // A worker that keeps its modules would not load the changed file.
    isolate: true,
  })
  return {
    /**
     * @param {readonly string[]} files of the checkout
     * @param {readonly string[]} titles parts of the names of the tests to run; all of them when there is none
     * @returns {Promise<import('./guard-rules.mjs').Report>}
     */
    async run(files, titles) {
      const limit = setTimeout(() => giveUp(files), LIMIT_MS)
      const specifications = (await vitest.globTestSpecifications([...files])).filter(({ moduleId }) =>
        files.some((file) => moduleId.endsWith(`/${file}`)),
      )
      vitest.setGlobalTestNamePattern(titles.map(escaped).join('|'))
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
      clearTimeout(limit)
      const unhandled = unhandledErrors.map(textOf)
      return { testResults: testModules.map((one) => resultOf(one, unhandled)) }
    },
    /** The file has another content now. */
    changed: (file) => vitest.invalidateFile(join(root, file).replaceAll('\\', '/')),
    close: () => vitest.close(),
  }
}

function escaped(title) {
  return title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

function resultOf(module, unhandled) {
  const assertionResults = [...module.children.allTests()].map((test) => ({
    fullName: test.fullName.replaceAll(' > ', ' '),
    status: test.result().state,
    failureMessages: (test.result().errors ?? []).map(textOf),
  }))
  return { name: module.moduleId, message: [...module.errors().map(textOf), ...unhandled].join('\n'), assertionResults }
}

function textOf(error) {
  return `${error.name ?? 'Error'}: ${error.message}`
}

/** The worker may be in a loop that nothing but the end of the process ends. */
function giveUp(files) {
  console.error(`clarion: ${files.join(', ')} did not end in ${LIMIT_MS / 60_000} minutes`)
  process.exit(1)
}
