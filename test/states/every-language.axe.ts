import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/shared/language.ts'
import { loadTexts } from '../../src/strings/text.ts'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { DARK, findViolations, LIGHT, type Look } from '../support/states/axe.ts'
import { IN_DEMO } from '../support/states/all.ts'
import { visitFirstScreen } from '../support/states/first-screens.ts'
import { Visit } from '../support/states/visit.ts'

const LOOKS: readonly Look[] = [LIGHT, DARK, { ...LIGHT, contrast: 'more' }, { ...DARK, contrast: 'more' }]

const visited = new Set<string>()
let states = 0
let violations = 0

afterAll(() => {
  console.log(
    `axe: ${states} states in ${visited.size} languages, each in ${LOOKS.length} looks: ${violations} violations`,
  )
})

describe.each(LANGUAGES)('axe finds no violation in any look in %s:', (language) => {
  let built: BuiltWindow
  let visit: Visit
  let found: string[] = []

  beforeAll(async () => {
    await loadTexts(language)
    built = await openBuiltWindow({ language })
    await built.page.emulateMedia({ reducedMotion: 'reduce' })
    visit = new Visit(built.page, async (page, { part }) => {
      visited.add(language)
      states += 1
      for (const look of LOOKS) found.push(...(await findViolations(page, look, { rules: 'all', part })))
    })
  })

  afterAll(() => built.close())

  async function findIn(walk: (visit: Visit) => Promise<void>): Promise<readonly string[]> {
    found = []
    await walk(visit)
    violations += found.length
    return found
  }

  it('visitFirstScreen', async () => {
    expect(await findIn(visitFirstScreen)).toEqual([])
  })

  it.each(IN_DEMO.map((walk) => [walk.name, walk] as const))('%s', async (_, walk) => {
    await built.page.reload()
    await visit.openInbox()
    expect(await findIn(walk)).toEqual([])
  })
})
