import type { CDPSession, Page } from 'playwright-core'
import { workMs } from './figures.ts'

/** One act in the page, ms. */
type Act = {
  /** Work of the page's main thread from the event to the end of layout, before the frame. */
  readonly workedMs: number
  /** From the event to the paint of its result. */
  readonly paintedMs: number
  /** Frames until then: 1 when the result is in the very next frame. */
  readonly frames: number
}

/** A window that a test drives. */
export type Driven = { readonly page: Page; readonly devtools: CDPSession }

/** The same act, repeated. */
export type Acts = {
  readonly work: readonly number[]
  readonly painted: readonly number[]
  readonly frames: readonly number[]
  /** All work of the page until it was idle again, ms. */
  readonly all: readonly number[]
}

declare global {
  interface Window {
    /** Performs an act, and waits until its result is painted. Rejects after 600 frames without it. */
    measureAct: (act: () => void, isDone: () => boolean) => Promise<Act>
  }
}

/** Time between two acts, ms: a key held down repeats thirty times a second. */
export const REPEAT_MS = 33
/** Long enough for the page to be idle again, ms. */
export const REST_MS = 300

/** Gives the page `measureAct`. A page that is loaded again needs it again. */
export async function prepareActs(page: Page): Promise<void> {
  await page.evaluate(() => {
    const afterPaint = (then: () => void): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', then)
        port1.start()
        port2.postMessage(null)
      })
    }
    // Real time: fast-clock.ts changes performance.now, but not the clock of events.
    const now = (): number => new Event('now').timeStamp
    window.measureAct = async (act, isDone) => {
      const begunAt = now()
      act()
      // Synchronous updates render in a microtask.
      await Promise.resolve()
      document.body.getBoundingClientRect()
      const workedMs = now() - begunAt
      let frames = 0
      await new Promise<void>((resolve, reject) => {
        const look = (): void => {
          frames += 1
          if (isDone()) resolve()
          else if (frames > 600) reject(new Error(`never came: ${isDone.toString()}`))
          else afterPaint(look)
        }
        afterPaint(look)
      })
      return { workedMs, paintedMs: now() - begunAt, frames }
    }
  })
}

/** Repeats an act, with a rest after each. */
export async function repeatAct(
  { page, devtools }: Driven,
  { times, restMs }: { readonly times: number; readonly restMs: number },
  act: (index: number) => Promise<Act>,
): Promise<Acts> {
  const acts = { work: [] as number[], painted: [] as number[], frames: [] as number[], all: [] as number[] }
  for (let index = 0; index < times; index += 1) {
    const before = await workMs(devtools)
    const { workedMs, paintedMs, frames } = await act(index)
    await page.waitForTimeout(restMs)
    acts.work.push(workedMs)
    acts.painted.push(paintedMs)
    acts.frames.push(frames)
    acts.all.push((await workMs(devtools)) - before)
  }
  return acts
}

/**
 * Types into the focused text field as the browser does for a key: keydown, then beforeinput and input. Every sixth character is a space,
 * so that there are words.
 */
export function typeSome(driven: Driven, times: number): Promise<Acts> {
  return repeatAct(driven, { times, restMs: REPEAT_MS }, (index) =>
    driven.page.evaluate(
      (typed) => {
        const field = document.activeElement
        if (!(field instanceof HTMLTextAreaElement)) throw new Error('no text field has the focus')
        const before = field.value.length
        return window.measureAct(
          () => {
            field.dispatchEvent(new KeyboardEvent('keydown', { key: typed, bubbles: true, cancelable: true }))
            document.execCommand('insertText', false, typed)
          },
          () => field.value.length > before,
        )
      },
      index % 6 === 5 ? ' ' : 'wornde'.charAt(index % 6),
    ),
  )
}
