import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { DARK, findViolations, LIGHT } from '../support/states/axe.ts'
import { visitOutbox, visitSelection, visitSnooze } from '../support/states/changes.ts'
import { visitPalette, visitSettings, visitSnippets } from '../support/states/dialogs.ts'
import { visitFirstScreen, visitLockedScreens } from '../support/states/first-screens.ts'
import { visitSearch, visitViews } from '../support/states/inbox.ts'
import { Visit } from '../support/states/visit.ts'

/** One window for all, because opening one costs more than the rules in ten states. */
describe('axe finds no violation in either theme on', () => {
  let built: BuiltWindow
  let visit: Visit
  let found: string[] = []

  /** The violations in all states of a visit, so that the first one hides no other. */
  async function findIn(walk: (visit: Visit) => Promise<void>): Promise<readonly string[]> {
    found = []
    await walk(visit)
    return found
  }

  beforeAll(async () => {
    built = await openBuiltWindow()
    // During a fade axe would measure the contrast of colors between two states.
    await built.page.emulateMedia({ reducedMotion: 'reduce' })
    visit = new Visit(built.page, async (page, { part, isFamiliar = false }) => {
      // The dark theme comes first: its check is short, so that a toast is still there.
      if (!isFamiliar) found.push(...(await findViolations(page, DARK, { rules: 'colors', part })))
      found.push(...(await findViolations(page, LIGHT, { rules: 'all', part })))
    })
  })

  afterAll(() => built.close())

  it('the first screen, with and without a refused address', async () => {
    expect(await findIn(visitFirstScreen)).toEqual([])
  })

  describe('in the demo:', () => {
    let isClean = true

    beforeEach(async ({ onTestFailed }) => {
      // A visit that fails may leave a dialog open.
      if (!isClean) await built.page.reload()
      isClean = true
      onTestFailed(() => {
        isClean = false
      })
      await visit.openInbox()
    })

    it('the inbox, a thread, a queued reply, the views and the empty outbox', async () => {
      expect(await findIn(visitViews)).toEqual([])
    })

    it('search, its dialogs and a new conversation', async () => {
      expect(await findIn(visitSearch)).toEqual([])
    })

    it('bulk selection, its dialogs and toasts', async () => {
      expect(await findIn(visitSelection)).toEqual([])
    })

    it('snooze, a star and focus mode', async () => {
      expect(await findIn(visitSnooze)).toEqual([])
    })

    it('the command palette, the keyboard shortcuts and a row’s menu', async () => {
      expect(await findIn(visitPalette)).toEqual([])
    })

    it('the customer panel, snippets, an unfilled placeholder and earlier versions', async () => {
      expect(await findIn(visitSnippets)).toEqual([])
    })

    it('every state and question of the outbox, a refused change and signing out', async () => {
      expect(await findIn(visitOutbox)).toEqual([])
    })

    it('each section of Settings', async () => {
      expect(await findIn(visitSettings)).toEqual([])
    })

    it('the list, the thread and their buttons, which fit a window at 200 % zoom', async () => {
      const { page, person } = visit
      const size = page.viewportSize() ?? { width: 1280, height: 720 }
      // Which conversations are on screen depends on the visits before.
      await person.showView('SMS')
      await person.rows().first().click()
      await person.thread().waitFor()
      // A window of 1280 by 800 has these CSS pixels at 200 %.
      await page.setViewportSize({ width: 640, height: 400 })
      await visit.press('r')
      await visit.type('Friday is fine')
      for (const name of [/^Resolve$/, /^Send SMS/, /^New conversation/, /^Waiting/]) {
        const box = await page.getByRole('button', { name }).boundingBox()
        expect(box).not.toBeNull()
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 640).toBe(true)
      }
      const thread = await person.thread().boundingBox()
      expect(thread?.width).toBeGreaterThan(300)
      expect(await findIn(() => visit.check({ isFamiliar: true }))).toEqual([])
      await page.setViewportSize(size)
    })

    it('the lock, the choice without a keychain, and data that can’t be opened', async () => {
      expect(await findIn(visitLockedScreens)).toEqual([])
    })
  })
})
