import { writeFileSync } from 'node:fs'

/** Writes the result of each test to a file. Vitest's own report lacks the errors outside of tests. */
export class TestReport {
  #file

  constructor(file) {
    this.#file = file
  }

  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()].map((test) => resultOf(module, test)))
    const suiteErrors = modules.flatMap((module) => [...module.children.allSuites()].flatMap((suite) => suite.errors()))
    const moduleErrors = modules.flatMap((module) => module.errors())
    const otherErrors = unhandledErrors.length + suiteErrors.length + moduleErrors.length
    writeFileSync(this.#file, JSON.stringify({ tests, otherErrors }))
  }
}

function resultOf(module, test) {
  const titles = [test.name]
  for (let { parent } = test; parent.type === 'suite'; { parent } = parent) titles.unshift(parent.name)
  const { state } = test.result()
  const isDone = state === 'passed' || state === 'failed'
  return { file: module.relativeModuleId, titles, state: isDone ? state : 'left out' }
}
