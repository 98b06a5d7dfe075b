import { expect, it } from 'vitest'
import { Random } from '../simulation/random.ts'
import { DrivenApp } from '../support/driven-app.ts'
import { KEY, setStage, type Stage } from '../support/stage.ts'

/** Kills of each type of process, and the seed that selects their order and moments. By hand: `PROCESS_KILLS=20`. */
const KILLS = Number(process.env['PROCESS_KILLS'] ?? 1)
const SEED = Number(process.env['PROCESS_KILLS_SEED'] ?? 1)
/** The latest moment after the last typed letter, in frames of the page. */
const MAX_FRAMES = 40

/** As Electron names them. Browser is the main process. */
type ProcessType = 'Tab' | 'GPU' | 'Utility' | 'Browser'
const ALL_TYPES: readonly ProcessType[] = ['Tab', 'GPU', 'Utility', 'Browser']
/** By hand, some of them: `PROCESS_KILLS_TYPES=GPU,Utility`. */
const CHOSEN = process.env['PROCESS_KILLS_TYPES']?.split(',') ?? ALL_TYPES
const TYPES = ALL_TYPES.filter((type) => CHOSEN.includes(type))

async function start(stage: Stage): Promise<DrivenApp> {
  const app = await DrivenApp.start(stage.userDataDir, { CLARION_API_URL: stage.line.url, CLARION_API_KEY: KEY })
  await untilInbox(app)
  return app
}

/** Waits for the list, and reloads from the stop page as a user would. A blank window has neither, and fails. */
async function untilInbox(app: DrivenApp): Promise<void> {
  await expect
    .poll(async () => {
      if ((await app.url()).includes('/stopped/')) await app.press('F5')
      return (await app.inPage('document.querySelector("[role=option]") !== null')) === true && isDrawn(app)
    })
    .toBe(true)
}

/** True when the window shows more than a background: text has many shades. */
function isDrawn(app: DrivenApp): Promise<boolean> {
  return app.ask(async ({ BrowserWindow }) => {
    const pixels = (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toBitmap() ?? new Uint8Array()
    const seen = new Set<number>()
    for (let at = 0; at + 2 < pixels.length && seen.size < 30; at += 4)
      seen.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0))
    return seen.size >= 30
  })
}

/** The conversation that is open, its reply and the state of its field. */
function readReply(app: DrivenApp): Promise<unknown> {
  return app.inPage(`(() => {
    const field = document.getElementById('reply')
    return field instanceof HTMLTextAreaElement
      ? { conversationId: field.dataset.conversationId, text: field.value, isWriting: document.activeElement === field }
      : null
  })()`)
}

type Reply = { readonly conversationId: string; readonly text: string; readonly isWriting: boolean }

/** The first two rows whose conversations allow a reply. Both stay on screen, so that they can be opened again. */
async function findTwo(app: DrivenApp): Promise<readonly string[]> {
  const rows = (await app.inPage('[...document.querySelectorAll("[role=option]")].map(({ id }) => id)')) as string[]
  const found: string[] = []
  for (const row of rows) {
    if (found.length < 2 && (await openRow(app, row)) !== null) found.push(row)
  }
  expect(found).toHaveLength(2)
  return found
}

/** Opens a conversation by a click. Returns its reply; null when it allows none. */
async function openRow(app: DrivenApp, row: string): Promise<Reply | null> {
  await app.inPage(`document.getElementById(${JSON.stringify(row)})?.click()`)
  const isOpen = `(() => {
    const field = document.getElementById('reply')
    const isOther = field !== null && !${JSON.stringify(row)}.endsWith(field.dataset.conversationId)
    return document.getElementById(${JSON.stringify(row)})?.ariaSelected === 'true' && document.getElementById('thread') !== null && !isOther
  })()`
  await expect.poll(() => app.inPage(isOpen)).toBe(true)
  return (await readReply(app)) as Reply | null
}

/** Opens a conversation and moves to its reply. */
async function beginReply(app: DrivenApp, row: string): Promise<Reply> {
  await openRow(app, row)
  await app.inPage('document.getElementById("reply")?.focus()')
  await expect.poll(async () => ((await readReply(app)) as Reply | null)?.isWriting).toBe(true)
  return (await readReply(app)) as Reply
}

function type(app: DrivenApp, text: string): Promise<unknown> {
  return app.ask(({ BrowserWindow }, typed) => BrowserWindow.getAllWindows()[0]?.webContents.insertText(typed), text)
}

/** Kills one process of the type and waits until it is gone. False when there is none. */
async function kill(app: DrivenApp, wanted: ProcessType): Promise<boolean> {
  if (wanted === 'Browser') {
    await app.kill()
    return true
  }
  const pids = async (): Promise<readonly number[]> =>
    app.ask(
      ({ app: electron }, typeName) =>
        electron.getAppMetrics().flatMap(({ type: name, pid }) => (name === typeName ? [pid] : [])),
      wanted as string,
    )
  const [pid] = await pids()
  if (pid === undefined) return false
  process.kill(pid, 'SIGKILL')
  await expect.poll(pids).not.toContain(pid)
  return true
}

it(
  `drafts and the selection survive ${KILLS} kills of each process (seed ${SEED})`,
  { timeout: 300_000 + KILLS * 60_000 },
  async () => {
    const random = new Random(SEED)
    const stage = await setStage()
    const rounds = TYPES.flatMap((each) => Array.from({ length: KILLS }, () => ({ each, order: random.next() })))
    let app = await start(stage)
    const two = await findTwo(app)
    const drafts = new Map<string, string>()
    for (const [index, { each }] of rounds.sort((a, b) => a.order - b.order).entries()) {
      const row = two[index % 2] ?? ''
      const { conversationId } = await beginReply(app, row)
      const before = drafts.get(row) ?? ''
      await expect.poll(async () => ((await readReply(app)) as Reply | null)?.text).toBe(before)
      const whole = `${before}${each} ${random.between(100, 999)}. `
      await app.press('End', 'control')
      await type(app, whole.slice(before.length))
      await expect.poll(async () => ((await readReply(app)) as Reply | null)?.text).toBe(whole)
      await frames(app, random.between(0, MAX_FRAMES))
      expect(await kill(app, each), each).toBe(true)
      if (each === 'Browser') app = await start(stage)
      else await untilInbox(app)
      // These processes hold nothing of the page.
      const isPageKept = each === 'GPU' || each === 'Utility'
      if (isPageKept) expect(await readReply(app)).toEqual({ conversationId, text: whole, isWriting: true })
      const kept = await openRow(app, row)
      expect(whole.startsWith(kept?.text ?? '?') && kept?.text.startsWith(before), each).toBe(true)
      drafts.set(row, kept?.text ?? '')
    }
    await surviveMore(app)
    await failInMain(app)
  },
)

/** Chromium would end the whole app at the sixth end of the graphics process. */
async function surviveMore(app: DrivenApp): Promise<void> {
  for (let count = 0; count < 7; count += 1) {
    await expect.poll(() => kill(app, 'GPU')).toBe(true)
  }
  await untilInbox(app)
}

/** An exception in main leads to a dialog, whose report names neither the server nor the error's text. */
async function failInMain(app: DrivenApp): Promise<void> {
  await app.ask(({ dialog }) => {
    // The second button.
    const showMessageBox = async (_window: unknown, { message }: { readonly message: string }) => {
      Object.assign(globalThis, { shownMessage: message })
      return { response: 1, checkboxChecked: false }
    }
    Object.assign(dialog, { showMessageBox })
    setImmediate(() => {
      throw new Error('words of a customer')
    })
  })
  await expect
    .poll(() => app.ask(() => (globalThis as { shownMessage?: string }).shownMessage ?? ''))
    .toBe('Something in Clarion failed')
  const report = () =>
    app.ask(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().find((window) => window.getParentWindow() !== null)?.webContents
      if (contents === undefined || contents.isLoadingMainFrame()) return ''
      return contents.executeJavaScript('document.querySelector("pre")?.textContent ?? ""') as Promise<string>
    })
  await expect.poll(report).toMatch(/^clarion-problem-report/)
  const text = await report()
  expect(text).toContain('"event":"uncaught"')
  expect(text).not.toMatch(/words of a customer|127\.0\.0\.1|localhost|sk_live/)
}

function frames(app: DrivenApp, count: number): Promise<unknown> {
  return app.inPage(
    `new Promise((end) => { let left = ${count}; const step = () => left-- > 0 ? requestAnimationFrame(step) : end(true); step() })`,
  )
}
