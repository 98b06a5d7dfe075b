import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAllowedLicense, readBundledPackages } from '../../../scripts/legal/bundled-packages.mjs'

describe('isAllowedLicense', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND ISC', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only OR AGPL-3.0-only', false],
    ['LGPL-2.1-only', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
    ['', false],
  ])('of %j is %s', (expression, expected) => {
    expect(isAllowedLicense(expression)).toBe(expected)
  })
})

describe('readBundledPackages', () => {
  let modules: string
  beforeEach(() => {
    modules = mkdtempSync(join(tmpdir(), 'clarion-modules-'))
  })
  afterEach(() => rmSync(modules, { recursive: true }))

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(modules, path)), { recursive: true })
    writeFileSync(join(modules, path), text)
  }
  const add = (folder: string, manifest: object, license?: string): void => {
    const defaults = { name: folder, version: '1.0.0', license: 'MIT' }
    write(`${folder}/package.json`, JSON.stringify({ ...defaults, ...manifest }))
    if (license !== undefined) write(`${folder}/LICENSE`, license)
  }
  const read = (...folders: string[]) =>
    readBundledPackages(folders, {
      modules,
      lock: { packages: { 'node_modules/a': { integrity: 'sha512-AAAA' } } },
    })

  it('gives name, version, license, text and hash of each package, sorted and without repeats', () => {
    add('a', {}, 'Text of a\r\n')
    add('@b/b', { version: '2.0.0', license: 'ISC' }, 'Text of b')
    add('a/node_modules/@b/b', { name: '@b/b', version: '2.0.0', license: 'ISC' }, 'Text of b')
    expect(read('a', 'a/node_modules/@b/b', '@b/b')).toEqual([
      { name: '@b/b', version: '2.0.0', license: 'ISC', text: 'Text of b', integrity: null },
      { name: 'a', version: '1.0.0', license: 'MIT', text: 'Text of a', integrity: 'sha512-AAAA' },
    ])
  })

  it('adds the notice that Apache-2.0 asks to keep', () => {
    add('a', { license: 'Apache-2.0' }, 'Apache')
    write('a/NOTICE', 'Keep this')
    expect(read('a')[0]?.text).toBe('Apache\n\nKeep this')
  })

  it('leaves out the licenses of what a build tool bundles for itself', () => {
    add('vite', {}, '# Vite core license\nMIT\n\n# Licenses of bundled dependencies\nothers')
    expect(read('vite')[0]?.text).toBe('# Vite core license\nMIT')
  })

  it('uses the standard text with the author for MIT without a license file', () => {
    add('a', { author: 'Jo Doe <jo@example.com>' })
    expect(read('a')[0]?.text).toMatch(/^MIT License\n\nCopyright \(c\) Jo Doe <jo@example.com>\n\nPermission/)
  })

  it('takes the typeface under the license that was read', () => {
    add('@fontsource-variable/inter', { license: 'OFL-1.1' }, 'SIL')
    expect(read('@fontsource-variable/inter')).toMatchObject([{ license: 'OFL-1.1', text: 'SIL' }])
  })

  it('takes a dictionary under the license that was read, with what that license asks for', () => {
    add('dictionary-en', { license: '(MIT AND BSD)' }, 'SCOWL')
    add('dictionary-es', { license: '(GPL-3.0 OR LGPL-3.0 OR MPL-1.1)' }, 'RLA-ES')
    const [english, spanish] = read('dictionary-en', 'dictionary-es')
    expect(english).toMatchObject({ license: 'MIT AND BSD-3-Clause', text: 'SCOWL' })
    expect(spanish?.license).toBe('MPL-1.1')
    expect(spanish?.text).toMatch(/^RLA-ES\n\n.*\n.*\n.*package dictionary-es 1\.0\.0\.\n\n *MOZILLA PUBLIC LICENSE/)
  })

  it.each([
    ['under a license that nobody has read', 'dictionary-es', 'GPL-3.0'],
    ['that nobody has read', 'dictionary-de', '(GPL-2.0 OR GPL-3.0)'],
    ['of code under the license of a dictionary', 'a', 'MPL-1.1'],
    ['of code under the license of the typeface', 'a', 'OFL-1.1'],
    ['of a typeface under another license than was read', '@fontsource-variable/inter', 'GPL-3.0'],
  ])('refuses a package %s', (_, folder, license) => {
    add(folder, { license }, 'Text')
    expect(() => read(folder)).toThrow('is not allowed')
  })

  it.each([
    ['a license that is not allowed', { license: 'GPL-3.0-only' }, 'Text', 'is not allowed: "GPL-3.0-only"'],
    ['no license', { license: undefined }, 'Text', 'not allowed: undefined'],
    ['the outdated form of a license', { license: { type: 'MIT' } }, 'Text', 'not allowed'],
    ['no text for a license other than MIT', { license: 'ISC' }, undefined, 'has no license text'],
    ['an empty license file', {}, '\n', 'has no license text'],
  ])('refuses a package with %s', (_, manifest, text, message) => {
    add('a', manifest, text)
    expect(() => read('a')).toThrow(message)
  })
})
