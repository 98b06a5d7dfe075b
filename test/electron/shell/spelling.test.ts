import { expect, it } from 'vitest'
import { hasDictionaries, keepDictionariesOut } from '../../../electron/shell/spelling.ts'

it.each([
  ['darwin', true],
  ['win32', false],
  ['linux', false],
])('hasDictionaries on %s is %s, and otherwise spelling is off', (platform, has) => {
  const done: string[] = []
  const session = {
    setSpellCheckerEnabled: (isEnabled: boolean) => done.push(`enabled ${isEnabled}`),
    setSpellCheckerLanguages: (languages: string[]) => done.push(`languages ${languages.length}`),
  }
  keepDictionariesOut(session, platform)
  expect(hasDictionaries(platform)).toBe(has)
  expect(done).toEqual(has ? [] : ['enabled false', 'languages 0'])
})
