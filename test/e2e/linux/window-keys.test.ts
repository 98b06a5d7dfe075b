import type { ElectronApplication } from 'playwright-core'
import { expect, it } from 'vitest'
import { invariant } from '../../../src/shared/failure.ts'
import type { Person } from '../../support/person.ts'
import { setStage } from '../../support/stage.ts'
import { xdotool, xWindowOf } from '../../support/x-keys.ts'

async function openComposer(): Promise<{ readonly person: Person; readonly app: ElectronApplication }> {
  const stage = await setStage()
  const person = await stage.start('connected')
  await person.open(/^John Smith/)
  xdotool('windowfocus', '--sync', await xWindowOf('Clarion'))
  xdotool('key', 'r')
  await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
  invariant(stage.app !== null, 'the app was started')
  return { person, app: stage.app }
}

function isMenuBarShown(app: ElectronApplication): Promise<boolean | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMenuBarVisible())
}

function zoomOf(app: ElectronApplication): Promise<number | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel())
}

it('typing continues in the composer when Alt is pressed and released alone', async () => {
  const { person, app } = await openComposer()
  xdotool('type', 'before ')
  // Systems switch layouts by Alt, Shift with Alt, and Alt with Shift.
  xdotool('key', 'Alt_L')
  xdotool('type', 'after ')
  xdotool('keydown', 'Shift_L', 'key', 'Alt_L', 'keyup', 'Shift_L')
  xdotool('type', 'both ')
  xdotool('keydown', 'Alt_L', 'key', 'Shift_L', 'keyup', 'Alt_L')
  xdotool('key', 'Alt_R')
  xdotool('type', 'end')
  await expect.poll(() => person.reply().inputValue()).toBe('before after both end')
  expect(await isMenuBarShown(app)).toBe(false)
})

it('F10 opens the menu bar, and Escape returns to the text', async () => {
  const { person, app } = await openComposer()
  xdotool('type', 'before ')
  await expect.poll(() => person.reply().inputValue()).toBe('before ')
  xdotool('key', 'F10')
  await expect.poll(() => isMenuBarShown(app)).toBe(true)
  // The menu bar has focus now.
  xdotool('key', 'Escape')
  await expect.poll(() => isMenuBarShown(app)).toBe(false)
  xdotool('type', 'after')
  await expect.poll(() => person.reply().inputValue()).toBe('before after')
})

it('app zooms by =, + and -, also on the numeric keypad, and resets zoom by 0', async () => {
  const { person, app } = await openComposer()
  const presses = [
    ['ctrl+equal', 0.5],
    ['ctrl+plus', 1],
    ['ctrl+KP_Add', 1.5],
    ['ctrl+0', 0],
    ['ctrl+minus', -0.5],
    ['ctrl+KP_Subtract', -1],
    ['ctrl+KP_0', 0],
  ] as const
  for (const [keys, level] of presses) {
    xdotool('key', keys)
    await expect.poll(() => zoomOf(app), { message: keys }).toBe(level)
  }
  expect(await person.reply().inputValue()).toBe('')
})
