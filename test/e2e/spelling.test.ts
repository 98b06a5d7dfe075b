import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import type { Person } from '../support/person.ts'
import { setStage, type Stage } from '../support/stage.ts'

/** Spelling on systems without dictionaries of their own. On macOS the system checks. */

type Shown = { shownMenu?: { readonly items: readonly { label: string; role?: string; click: () => void }[] } | null }

/** Menus are kept instead of shown: a native menu takes no input from a driver. */
async function keepMenus({ app }: Stage): Promise<void> {
  await app?.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup(this: unknown) {
      Object.assign(globalThis, { shownMenu: this })
    }
  })
}

/** Clicks the first word of a line with the right button. Returns the beginning of the menu that opens. */
async function menuAt({ app }: Stage, person: Person, line: number): Promise<readonly string[]> {
  await app?.evaluate(() => Object.assign(globalThis, { shownMenu: null }))
  const place = await person.reply().evaluate((field, lines) => {
    const { lineHeight, paddingTop } = getComputedStyle(field)
    const { left, top } = field.getBoundingClientRect()
    return { x: left + 24, y: top + Number.parseFloat(paddingTop) + (lines + 0.5) * Number.parseFloat(lineHeight) }
  }, line)
  await person.page.mouse.click(place.x, place.y, { button: 'right' })
  const labels = () =>
    app?.evaluate(() => (globalThis as Shown).shownMenu?.items.map(({ role, label }) => role ?? label))
  await expect.poll(labels).toBeTruthy()
  return (await labels()) ?? []
}

async function choose({ app }: Stage, label: string): Promise<void> {
  await app?.evaluate((_electron, wanted) => {
    const item = (globalThis as Shown).shownMenu?.items.find((one) => one.label === wanted)
    item?.click()
  }, label)
}

async function write(person: Person, text: string): Promise<void> {
  await person.press('r')
  await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
  await person.page.keyboard.press('Control+a')
  await person.page.keyboard.type(text)
}

it.skipIf(process.platform === 'darwin')('suggests words and learns one for good, without a download', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  await keepMenus(stage)
  await person.open(/^John Smith/)
  const names = () => Promise.all(person.page.workers().map((worker) => worker.evaluate(() => self.name)))
  expect(await names()).not.toContain('spelling')

  await write(person, 'Unfortunatelly your order is late\nKowalczyk has the parcel ')
  await expect.poll(() => menuAt(stage, person, 0)).toContain('Unfortunately')
  expect(await names()).toContain('spelling')
  await choose(stage, 'Unfortunately')
  await expect.poll(() => person.reply().inputValue()).toMatch(/^Unfortunately your/)
  expect((await menuAt(stage, person, 0))[0]).toBe('undo')

  await expect.poll(() => menuAt(stage, person, 1)).toContain('Add to dictionary')
  await choose(stage, 'Add to dictionary')
  await expect.poll(async () => (await menuAt(stage, person, 1))[0]).toBe('undo')

  await write(person, 'Kowalczyk has the parcel\nUnfortunatelly it is late ')
  await expect.poll(() => menuAt(stage, person, 1)).toContain('Unfortunately')
  await stage.quit()
  const again = await stage.start('connected')
  await keepMenus(stage)
  await again.open(/^John Smith/)
  await again.press('r')
  await expect.poll(() => menuAt(stage, again, 1)).toContain('Add to dictionary')
  expect((await menuAt(stage, again, 0))[0]).toBe('undo')

  const { app, userDataDir } = stage
  invariant(app !== null, 'the app runs')
  const languages = await app.evaluate(({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session
    return [session?.isSpellCheckerEnabled(), session?.getSpellCheckerLanguages()]
  })
  expect(languages).toEqual([false, []])
  // Chromium makes the folder for what it would download.
  expect(readdirSync(join(userDataDir, 'Dictionaries'))).toEqual([])
})
