import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { findElectron } from '../../scripts/electron.mjs'
import { ALLOWED_LICENSES } from '../../scripts/legal/bundled-packages.mjs'
import { packagedExecutable } from '../support/packaged-app.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const APP = dirname(packagedExecutable())
const RESOURCES = process.platform === 'darwin' ? join(APP, '../Resources') : join(APP, 'resources')

type Sbom = {
  readonly components: readonly {
    readonly name: string
    readonly version: string
    /** An expression for a package under more than one license. */
    readonly licenses: readonly ({ readonly license: { readonly id: string } } | { readonly expression: string })[]
  }[]
}

const read = (path: string): string => readFileSync(path, 'utf8')
const DATA = new Map([
  ['dictionary-es', new Set(['MPL-1.1'])],
  ['@fontsource-variable/inter', new Set(['OFL-1.1'])],
])
const { components } = JSON.parse(read(join(RESOURCES, 'legal/sbom.cdx.json'))) as Sbom
const notices = read(join(RESOURCES, 'legal/third-party-licenses.txt'))

it('the package lists every bundled package with its version and an allowed license', () => {
  const folders = JSON.parse(read(join(ROOT, 'out/legal/bundled.json'))) as readonly string[]
  // Packages that the window, the main process, the build tool and the style sheet bring in.
  expect(folders).toEqual(expect.arrayContaining(['react', 'hono', 'rolldown', 'tailwindcss']))
  for (const folder of folders) {
    const { name, version } = JSON.parse(read(join(ROOT, 'node_modules', folder, 'package.json'))) as {
      name: string
      version: string
    }
    expect(components).toContainEqual(expect.objectContaining({ name, version }))
    expect(notices).toContain(`${name} ${version} (`)
  }
  for (const { name, licenses } of components)
    for (const one of licenses) {
      const ids = 'expression' in one ? one.expression.split(' AND ') : [one.license.id]
      // Data, not code: the MPL 1.1 covers the dictionary's own files only, and the OFL 1.1 fonts.
      const allowed = DATA.get(name) ?? ALLOWED_LICENSES
      for (const id of ids) expect(allowed).toContain(id)
    }
})

it('the package names its Electron and has the licenses of Electron and Chromium', () => {
  expect(components).toContainEqual(expect.objectContaining({ name: 'electron', version: findElectron()?.version }))
  const folder = process.platform === 'darwin' ? RESOURCES : APP
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
    expect(existsSync(join(folder, name))).toBe(true)
})

it('the same two files are beside the packages', () => {
  for (const name of ['sbom.cdx.json', 'third-party-licenses.txt'])
    expect(read(join(ROOT, 'dist', name))).toBe(read(join(RESOURCES, 'legal', name)))
})
