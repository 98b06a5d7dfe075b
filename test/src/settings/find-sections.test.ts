import { describe, expect, it } from 'vitest'
import { findSections } from '../../../src/settings/find-sections.ts'

const SECTIONS = [
  { id: 'look', title: 'Appearance', about: 'theme dark zoom' },
  { id: 'send', title: 'Sending', about: 'undo window whatsapp' },
  { id: 'keys', title: 'Keys', about: 'keyboard shortcuts' },
]

describe('findSections', () => {
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
  ])('for "%s" returns %j', (query, ids) => {
    expect(findSections(SECTIONS, query).map(({ id }) => id)).toEqual(ids)
  })
})
