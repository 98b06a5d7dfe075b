import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sectionOf, versionOfTag } from '../../../scripts/release/changelog.mjs'

const CHANGELOG = `# Changelog

Text before the first version.

## Unreleased

### Added

- Next.

## [1.10.0] - 2026-11-28

### Added

- Ten. See "## 1.1.0".

### Fixed

- A fault.

## 1.1.0

- One.

## 1.0.0 - 2026-01-02

[1.10.0]: https://clarion.example/
`

describe('sectionOf', () => {
  it.each([
    ['Unreleased', '### Added\n\n- Next.\n'],
    ['1.10.0', '### Added\n\n- Ten. See "## 1.1.0".\n\n### Fixed\n\n- A fault.\n'],
    ['1.1.0', '- One.\n'],
  ])('of %s is all between its heading and the next', (version, expected) => {
    expect(sectionOf(CHANGELOG, version)).toBe(expected)
    expect(sectionOf(CHANGELOG.replaceAll('\n', '\r\n'), version)).toBe(expected)
  })

  it.each(['1.1', '1', '10.0', '2.0.0', '', '1.10.0-beta.1'])('refuses the unknown version %j', (version) => {
    expect(() => sectionOf(CHANGELOG, version)).toThrow('no section')
  })

  it('refuses an empty section', () => {
    expect(() => sectionOf('## 1.0.0\n\n## 0.9.0\n\n- Old.\n', '1.0.0')).toThrow('is empty')
  })

  it('reads the real changelog', () => {
    const text = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8')
    expect(sectionOf(text, 'Unreleased')).toMatch(/^### Added\n\n- /)
  })
})

describe('versionOfTag', () => {
  it.each([
    ['v1.2.3', '1.2.3'],
    ['v1.2.3-beta.1', '1.2.3-beta.1'],
  ])('of %s is %s', (tag, version) => {
    expect(versionOfTag(tag, version)).toBe(version)
  })

  it.each(['1.2.3', 'v1.2.4', 'v1.2.3 ', 'V1.2.3', '', undefined, 'v1.2.3$(id)'])('refuses %j for 1.2.3', (tag) => {
    expect(() => versionOfTag(tag, '1.2.3')).toThrow('does not name version 1.2.3')
  })
})
