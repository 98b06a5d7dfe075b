import { describe, expect, it } from 'vitest'
import { findSections } from '../../../src/settings/find-sections.ts'

const SECTIONS = [
  { id: 'look', title: 'Appearance', about: 'theme dark zoom' },
  { id: 'send', title: 'Sending', about: 'undo window whatsapp' },
  { id: 'keys', title: 'Keys', about: 'keyboard shortcuts' },
]

describe('settings that are looked for', () => {
  it.each([
    ['', ['look', 'send', 'keys']],
    ['  ', ['look', 'send', 'keys']],
    ['dark', ['look']],
    ['Undo', ['send']],
    ['undo win', ['send']],
    ['whats', ['send']],
    ['key', ['keys']],
    ['app', ['look']],
    ['dark keyboard', []],
    ['ark', []],
  ])('by "%s" are in %j', (wanted, ids) => {
    expect(findSections(SECTIONS, wanted).map(({ id }) => id)).toEqual(ids)
  })
})
