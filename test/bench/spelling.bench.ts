import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Person } from '../support/person.ts'
import { setStage, type Stage } from '../support/stage.ts'
import { printBeside } from './figures.ts'

/** What checking costs: memory and time to read each dictionary, and typing with and without. It only prints. */

const TEXT = 'Your parcel has left our werehouse and shoud arrive tomorow before noon, thanks for waiting. '
const ROUNDS = 3
const CHOICES = { 'English (US)': 'wrogn ', 'English (UK)': 'wrogn ', Spanish: 'holaa ' }

it('measures', { timeout: 600_000 }, async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  await person.open(/^John Smith/)
  await chooseSpelling(person, 'Off')
  for (const [choice, word] of Object.entries(CHOICES)) await measureReading(stage, person, choice, word)

  const typed: { readonly on: number[]; readonly off: number[] } = { on: [], off: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    await chooseSpelling(person, 'Off')
    typed.off.push(...(await typeText(person)))
    await chooseSpelling(person, 'English (US)')
    typed.on.push(...(await typeText(person)))
  }
  printBeside('key → painted, with spelling, beside without', typed.on, typed.off)
})

async function measureReading(stage: Stage, person: Person, choice: string, word: string): Promise<void> {
  const before = await pageMb(stage)
  await chooseSpelling(person, choice)
  await focusReply(person)
  const begun = performance.now()
  await person.page.keyboard.type(word)
  // The suggestions of a menu are empty until the dictionary is read.
  await expect.poll(() => suggestions(stage, person), { timeout: 300_000 }).toBeGreaterThan(0)
  const ms = performance.now() - begun
  console.log(
    `${choice}: marked after ${ms.toFixed(0)} ms, ${((await pageMb(stage)) - before).toFixed(0)} MB more in the page`,
  )
  await chooseSpelling(person, 'Off')
}

/** Of the first word of the field; clicks it with the right button. */
async function suggestions({ app }: Stage, person: Person): Promise<number> {
  const box = await person.reply().boundingBox()
  const seen = app?.evaluate(
    ({ BrowserWindow, Menu }) =>
      new Promise<number>((resolve) => {
        Menu.prototype.popup = () => {}
        BrowserWindow.getAllWindows()[0]?.webContents.once('context-menu', (_event, { misspelledWord }) =>
          resolve(misspelledWord.length),
        )
      }),
  )
  await person.page.mouse.click((box?.x ?? 0) + 24, (box?.y ?? 0) + 20, { button: 'right' })
  return (await seen) ?? 0
}

async function pageMb({ app }: Stage): Promise<number> {
  const kb = await app?.evaluate(({ app: main, BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
    return main.getAppMetrics().find((metric) => metric.pid === pid)?.memory.workingSetSize
  })
  return (kb ?? 0) / 1_024
}

async function focusReply(person: Person): Promise<void> {
  await person.press('r')
  await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
  await person.page.keyboard.press('Control+a')
  await person.page.keyboard.press('Delete')
}

/** From each key to the frame after it, ms. */
async function typeText(person: Person): Promise<readonly number[]> {
  await focusReply(person)
  const took: number[] = []
  for (const key of TEXT) {
    const painted = await armFrame(person.page)
    await person.page.keyboard.press(key === ' ' ? 'Space' : key)
    took.push(await painted())
  }
  return took
}

async function armFrame(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(window, {
      painted: new Promise<number>((resolve) => {
        const onKey = (event: Event): void => {
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp)))
        }
        window.addEventListener('keydown', onKey, { capture: true, once: true })
      }),
    })
  })
  return () => page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted)
}

async function chooseSpelling(person: Person, choice: string): Promise<void> {
  await person.page.keyboard.press('Control+,')
  const dialog = person.page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('tab', { name: 'Writing' }).press('Enter')
  await dialog.getByRole('radio', { name: choice, exact: true }).check()
  await person.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}
