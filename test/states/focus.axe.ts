import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { visitAccount } from '../support/states/account.ts'
import { visitOutbox, visitSnooze } from '../support/states/changes.ts'
import { visitPalette } from '../support/states/dialogs.ts'
import { visitDrill } from '../support/states/drill.ts'
import { visitFirstScreen } from '../support/states/first-screens.ts'
import { FocusWalk } from '../support/states/focus-walk.ts'
import { visitSearch } from '../support/states/inbox.ts'
import { visitUpdates } from '../support/states/notices.ts'
import { Visit } from '../support/states/visit.ts'

/** The visits whose states can each be reached again after any Escape. */
const WALKED = [visitDrill, visitSearch, visitSnooze, visitPalette, visitOutbox, visitUpdates, visitAccount]

/** The order and the keys are the same in every language. */
describe('the focus is never lost or trapped, in a walked state in en:', () => {
  let built: BuiltWindow
  let visit: Visit
  let walk: FocusWalk

  beforeAll(async () => {
    built = await openBuiltWindow()
    await built.page.emulateMedia({ reducedMotion: 'reduce' })
    walk = await FocusWalk.begin(built.page)
    visit = new Visit(built.page, (_, options, reach) => walk.walk(options, reach))
  })

  afterAll(async () => {
    const { states, stops, escapes, returns } = walk
    console.log(
      `focus: ${states} states with ${stops} stops of Tab, ${escapes} Escapes, ${returns} dialogs and menus opened and left`,
    )
    await built.close()
  })

  it('visitFirstScreen', async () => {
    await visitFirstScreen(visit)
    expect(walk.take()).toEqual([])
  })

  it.each(WALKED.map((visitStates) => [visitStates.name, visitStates] as const))('%s', async (_, visitStates) => {
    await built.page.reload()
    await visit.openInbox()
    await visitStates(visit)
    expect(walk.take()).toEqual([])
  })
})
