import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/commands/registry.ts'
import { findSections } from '../../../src/settings/find-sections.ts'
import { SECTIONS } from '../../../src/settings/sections.tsx'
import { DE } from '../../../src/strings/de/all.ts'
import { EN } from '../../../src/strings/en/all.ts'
import { ES } from '../../../src/strings/es/all.ts'

it('every section has a command with its title that opens it', () => {
  const commands = COMMANDS.filter(({ id }) => id.startsWith('settings-'))
  expect(commands.map(({ id, title }) => [id, title])).toEqual(
    SECTIONS.map(({ id, title }) => [`settings-${id}`, `Settings: ${title}`]),
  )
})

describe.each([
  ['English', EN],
  ['German', DE],
  ['Spanish', ES],
])('in %s', (_, messages) => {
  const titles = Object.entries(messages).flatMap(([id, title]) => {
    const section = /^settings\.(\w+)\.\w+\.title$/.exec(id)?.[1]
    return section === undefined ? [] : [[title, section] as const]
  })
  const sections = SECTIONS.map(({ id }) => {
    const key = id === 'request-log' ? 'requestLog' : id
    const textOf = (name: string): string => Object.entries(messages).find(([other]) => other === name)?.[1] ?? ''
    return { key, title: textOf(`settings.${key}.title`), about: textOf(`settings.${key}.about`) }
  })

  it.each(titles)('the title “%s” finds the section %s', (title, section) => {
    expect(findSections(sections, title).map(({ key }) => key)).toContain(section)
  })

  it('every section has a title and search terms', () => {
    expect(sections.filter(({ title, about }) => title === '' || about === '')).toEqual([])
  })
})
