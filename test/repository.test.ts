import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { electronNode } from '../scripts/electron.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const WORKFLOWS = '.github/workflows'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  readonly engines: { readonly node: string }
  readonly devDependencies: Readonly<Record<string, string>>
}

describe.each(readdirSync(join(ROOT, WORKFLOWS)))('the workflow %s', (name) => {
  const text = read(`${WORKFLOWS}/${name}`)
  const uses = [...text.matchAll(/^\s*(?:- )?uses: *(.+)$/gm)].map((match) => match[1])

  // A tag can be moved to other code; a commit hash cannot.
  it('pins each action by its commit hash and names the version', () => {
    expect(uses).not.toEqual([])
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('limits the permissions of its token', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m)
  })

  it('limits its run time', () => {
    expect(text).toMatch(/^ {4}timeout-minutes: \d+$/m)
  })

  it('keeps no credentials in the checkout', () => {
    expect(text.match(/persist-credentials: false/g)).toHaveLength(text.match(/actions\/checkout@/g)?.length ?? 0)
  })

  it('reads its Node version from .nvmrc', () => {
    expect(text).toContain('node-version-file: .nvmrc')
    expect(text).not.toContain('node-version:')
  })
})

/** Compares as the versions do: `20.20.2` is more than `20.19.0`. */
function versionNumber(text: string): number {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(text) ?? []
  return Number(major) * 1_000_000 + Number(minor) * 1_000 + Number(patch)
}

describe('.nvmrc', () => {
  it('names a version that package.json allows', () => {
    const oldest = manifest.engines.node.replace(/^>=/, '')
    expect(versionNumber(read('.nvmrc').trim())).toBeGreaterThanOrEqual(versionNumber(oldest))
  })

  // The workflows use it, and releases are made with the current Electron. `engines` in package.json is lower: it is enough for everything else.
  it("names a version that the current Electron's installer supports", () => {
    const oldest = electronNode()?.replace(/^>= */, '') ?? ''
    expect(oldest).toMatch(/^\d+\.\d+\.\d+$/)
    expect(versionNumber(read('.nvmrc').trim())).toBeGreaterThanOrEqual(versionNumber(oldest))
  })
})

describe('CHANGELOG.md', () => {
  it('has an Unreleased section with entries', () => {
    const unreleased = /^## \[?Unreleased\]?$([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(read('CHANGELOG.md'))?.[1] ?? ''
    expect(unreleased).toMatch(/^- \S/m)
  })
})

describe('docs/dependencies.md', () => {
  it('gives one reason for each dependency, in the order of package.json', () => {
    const rows = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1])
    expect(rows).toEqual(Object.keys(manifest.devDependencies))
  })
})
