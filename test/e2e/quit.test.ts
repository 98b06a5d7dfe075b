import type { ElectronApplication } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { SEND_LIMIT, sentMessages, setStage, type Stage } from '../support/stage.ts'

/** What the box said, each time that it was shown. */
type Asked = { readonly message: string; readonly detail: string }

const QUIT = 0
const KEEP_OPEN = 1

/** A person who answers the system's box, which no test can click. */
async function answerWith(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    const shown: unknown[] = []
    Object.assign(globalThis, { shown })
    Object.assign(dialog, {
      showMessageBox: async (...given: unknown[]) => {
        shown.push(given.at(-1))
        return { response: answer, checkboxChecked: false }
      },
    })
  }, response)
}

async function asked(app: ElectronApplication): Promise<readonly Asked[]> {
  return app.evaluate(() =>
    (globalThis as unknown as { shown: Asked[] }).shown.map(({ message, detail }) => ({ message, detail })),
  )
}

const WAYS = {
  'the menu': (app: ElectronApplication) =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('quit')?.click()),
  'the window’s close button': (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
} as const

/** A message said while the line is cut: it waits, and main knows. */
async function withOneWaiting(stage: Stage) {
  const person = await stage.start('connected')
  await person.open(/^John Smith/)
  await person.bubble('Can I reschedule my appointment?').waitFor()
  await stage.line.cutOff()
  await person.sendReply('To be said tomorrow')
  await person.bubble('To be said tomorrow').getByText('Sends when you’re online').waitFor()
  const { app } = stage
  invariant(app !== null, 'the app was started')
  return { person, app }
}

describe('quitting while something waits', () => {
  it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('by %s names it, and leaves when told to', async (way) => {
    const stage = await setStage()
    const { person, app } = await withOneWaiting(stage)
    await answerWith(app, KEEP_OPEN)
    await WAYS[way](app)
    await expect.poll(() => asked(app)).toHaveLength(1)
    expect(await asked(app)).toEqual([
      {
        message: '1 message hasn’t been sent.',
        detail: expect.stringMatching(/^It stays on this device and will be sent /) as string,
      },
    ])
    // Still there, and at work.
    await person.bubble('To be said tomorrow').waitFor()

    await answerWith(app, QUIT)
    const gone = new Promise((resolve) => app.process().once('exit', resolve))
    await WAYS[way](app).catch(goneMeanwhile)
    await gone
    await stage.line.restore()
    await stage.start('connected')
    await expect.poll(() => sentMessages(stage.server).map(({ content }) => content)).toEqual(['To be said tomorrow'])
  })

  it('is not asked of anything but a person, nor of a person when nothing waits', async () => {
    const stage = await setStage()
    const { person, app } = await withOneWaiting(stage)
    await answerWith(app, KEEP_OPEN)
    // The box would keep it open; a signal is how a system that shuts down speaks.
    const gone = new Promise((resolve) => app.process().once('exit', resolve))
    app.process().kill('SIGTERM')
    await gone
    await expect.poll(() => person.page.isClosed()).toBe(true)

    await stage.line.restore()
    await stage.start('connected')
    await expect.poll(() => sentMessages(stage.server)).toHaveLength(1)
    const again = stage.app
    invariant(again !== null, 'the app was started')
    await answerWith(again, KEEP_OPEN)
    let hasEnded = false
    again.process().once('exit', () => (hasEnded = true))
    // The box would keep it open, so only a close without a question ends the app. Main hears a moment after the window that all is sent.
    const closeAndLook = async (): Promise<boolean> => {
      if (!hasEnded) await WAYS['the window’s close button'](again).catch(goneMeanwhile)
      return hasEnded
    }
    await expect.poll(closeAndLook, SEND_LIMIT).toBe(true)
  })
})

/** The app may be gone before it has answered. */
function goneMeanwhile(error: unknown): void {
  expect(String(error)).toMatch(/closed|destroyed/)
}
