import { describe, expect, it } from 'vitest'
import { controlText, debFileName, debianArchitecture, debianVersion } from '../../../scripts/deb/control.mjs'

const MANIFEST = {
  name: 'clarion',
  homepage: 'https://clarion.example/',
  author: { name: 'Clarion', email: 'hello@clarion.example' },
  description: 'One inbox',
}

describe('debianVersion', () => {
  it.each([
    ['1.2.3', '1.2.3'],
    // For dpkg, `~` sorts before the end of a version, as a prerelease does in semantic versioning.
    ['1.2.3-beta.1', '1.2.3~beta.1'],
    ['1.2.3-rc-2', '1.2.3~rc.2'],
    ['10.20.30', '10.20.30'],
  ])('of %s is %s', (version, expected) => {
    expect(debianVersion(version)).toBe(expected)
  })

  it.each(['', '1.2', 'v1.2.3', '1.2.3-', '1.2.3\nDepends: other', '1.2.3 ', '1.2.3+build', '1:2.3.4'])(
    'refuses %j',
    (version) => {
      expect(() => debianVersion(version)).toThrow('is not a version')
    },
  )
})

describe('debianArchitecture', () => {
  it.each([
    ['x64', 'amd64'],
    ['arm64', 'arm64'],
  ])('of %s is %s', (arch, expected) => {
    expect(debianArchitecture(arch)).toBe(expected)
  })

  it('refuses one that is not packaged', () => {
    expect(() => debianArchitecture('ia32')).toThrow('ia32')
  })
})

it('the file has the name that apt expects', () => {
  expect(debFileName('1.2.3-beta.1', 'x64')).toBe('clarion_1.2.3~beta.1_amd64.deb')
})

describe('controlText', () => {
  const text = controlText({ version: '1.2.3', arch: 'arm64', installedKib: 241_239, manifest: MANIFEST })
  const fields = new Map(
    text
      .replaceAll(/\n /g, '\v')
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
  )

  it('has the fields that Debian requires', () => {
    expect(Object.fromEntries(fields)).toMatchObject({
      Package: 'clarion',
      Version: '1.2.3',
      Architecture: 'arm64',
      Maintainer: 'Clarion <hello@clarion.example>',
      'Installed-Size': '241239',
      Priority: 'optional',
      Homepage: 'https://clarion.example/',
    })
    expect(text.endsWith('\n')).toBe(true)
  })

  it('names each renamed library by both names, the newer one first', () => {
    const renamed = (fields.get('Depends') ?? '').split(', ').filter((entry) => entry.includes('t64'))
    expect(renamed).not.toEqual([])
    for (const entry of renamed) expect(entry).toMatch(/^(\S+)t64 \| \1$/)
  })

  it('has a description as deb-control(5) asks for', () => {
    const [synopsis = '', ...lines] = (fields.get('Description') ?? '').split('\v')
    // Not longer than 80 characters, without an article or a full stop.
    expect(synopsis).toMatch(/^(?!(?:an?|the) )[^.]{10,80}$/i)
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/^\S.{0,79}$/)
  })
})
