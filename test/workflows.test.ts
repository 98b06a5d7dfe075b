import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = join(ROOT, '.github/workflows')

type Step = {
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}
type Job = {
  readonly permissions?: Readonly<Record<string, string>>
  readonly needs?: string
  readonly env?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly strategy?: { readonly matrix: { readonly include: readonly Readonly<Record<string, unknown>>[] } }
  readonly steps: readonly Step[]
}
type Workflow = {
  readonly on: unknown
  readonly env?: unknown
  readonly permissions?: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const readWorkflow = (name: string): Workflow => parse(readFileSync(join(FOLDER, name), 'utf8')) as Workflow

/** What a workflow may use beside what it is, and why: nothing that the author of a pull request, branch or tag can choose freely. */
const TRUSTED = [/^matrix\.\w+$/, /^secrets\.\w+$/, /^github\.(token|repository)$/, /^runner\.os$/]
/** A tag is chosen by who may push tags, and reaches a script only as a variable. */
const IN_ENV = [...TRUSTED, /^github\.ref_name$/]

const expressionsIn = (value: unknown): readonly string[] =>
  [...JSON.stringify(value ?? null).matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, text = '']) => text)
const isAmong = (patterns: readonly RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text))

describe.each(readdirSync(FOLDER))('the workflow %s', (name) => {
  const workflow = readWorkflow(name)
  const jobs = Object.values(workflow.jobs)
  const steps = jobs.flatMap((job) => job.steps)

  it('reads the repository and nothing else, unless a job says more', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
  })

  it('starts for no event that runs with our secrets on code of others', () => {
    const events = JSON.stringify(workflow.on)
    expect(events).not.toMatch(/pull_request_target|workflow_run|issue_comment|issues/)
  })

  it('pins every action by its commit', () => {
    const actions = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]))
    expect(actions).not.toEqual([])
    for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/)
  })

  // `run: echo ${{ github.ref_name }}` would run what a branch is called.
  it('writes no expression into a script', () => {
    for (const { run } of steps) expect(expressionsIn(run)).toEqual([])
  })

  it('passes only trusted values to actions and variables', () => {
    const passed = [
      ...steps.flatMap((step) => expressionsIn([step.with, step.if]).filter((text) => !isAmong(TRUSTED, text))),
      ...[workflow, ...jobs, ...steps].flatMap(({ env }) =>
        expressionsIn(env).filter((text) => !isAmong(IN_ENV, text)),
      ),
    ]
    expect(passed).toEqual([])
  })

  it('bounds the time of each job', () => {
    for (const job of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0)
  })
})

describe('the release workflow', () => {
  const workflow = readWorkflow('release.yml')
  const { package: pack, draft } = workflow.jobs
  const matrix = pack?.strategy?.matrix.include ?? []
  const runs = (job: Job | undefined): readonly string[] => (job?.steps ?? []).flatMap(({ run }) => run ?? [])

  it('runs only for version tags', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v*'] } })
  })

  it('tests on all systems and architectures', () => {
    const systems = matrix.map(({ os }) => String(os).replace(/-[\d.]+/, ''))
    expect(systems.toSorted()).toEqual(
      ['ubuntu', 'ubuntu-arm', 'macos', 'macos-intel', 'windows', 'windows-arm'].toSorted(),
    )
  })

  it('packs for each, on macOS once for both', () => {
    const packing = matrix.filter(({ packs }) => packs === true).map(({ name }) => name)
    expect(packing).toEqual(['linux-x64', 'linux-arm64', 'macos-universal', 'windows-x64', 'windows-arm64'])
  })

  it('tests before it packs, with the Electron that is shipped', () => {
    const order = ['npm test -- build unit package packaged', 'npm run package -- --all'].map((run) =>
      runs(pack).indexOf(run),
    )
    expect(order[0]).toBeGreaterThan(0)
    expect(order[1]).toBeGreaterThan(order[0] ?? 0)
    expect(pack?.env?.['CLARION_ELECTRON']).toBe('official')
  })

  it('hands secrets to the one step that signs', () => {
    const withSecrets = [
      workflow.env,
      ...Object.values(workflow.jobs).flatMap((job) => [job.env, ...job.steps]),
    ].filter((part) => JSON.stringify(part ?? null).includes('secrets.'))
    expect(withSecrets).toEqual([expect.objectContaining({ run: 'npm run package -- --all' })])
  })

  it('may write a release and its provenance, only after all is packed', () => {
    expect(pack?.permissions).toBeUndefined()
    expect(draft?.permissions).toEqual({ contents: 'write', 'id-token': 'write', attestations: 'write' })
    expect(draft?.needs).toBe('package')
    expect(draft?.steps.find(({ uses }) => uses?.includes('attest-build-provenance'))?.with).toEqual({
      'subject-checksums': 'dist/release/SHA256SUMS',
    })
  })

  it('leaves the publishing to a person', () => {
    const create = runs(draft).filter((run) => run.includes('gh release create'))
    expect(create).toHaveLength(1)
    expect(create[0]).toContain('--draft')
  })
})
