import { fileURLToPath } from 'node:url'
import { type Acts, type Driven, REPEAT_MS, repeatAct, typeSome } from './page-acts.ts'

/** An app whose window does the least that any app does for the same acts in the same Electron. */
export const FLOOR_APP = fileURLToPath(new URL('floor', import.meta.url))

declare global {
  interface Window {
    /** See floor/rows.html. */
    showRows: () => void
    showThread: (count: number) => void
  }
}

export function holdFloorKey(driven: Driven, times: number): Promise<Acts> {
  return repeatAct(driven, { times, restMs: REPEAT_MS }, () =>
    driven.page.evaluate(() => {
      const before = document.querySelector('[aria-selected=true]')
      return window.measureAct(
        () =>
          document
            .querySelector('#conversations')
            ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true })),
        () => document.querySelector('[aria-selected=true]') !== before,
      )
    }),
  )
}

export function showFloorRows(driven: Driven, times: number): Promise<Acts> {
  return repeatAct(driven, { times, restMs: REPEAT_MS }, () =>
    driven.page.evaluate(() => {
      const before = document.querySelector('[role=option]')
      return window.measureAct(
        () => window.showRows(),
        () => document.querySelector('[role=option]') !== before,
      )
    }),
  )
}

export function showFloorThread(driven: Driven, times: number): Promise<Acts> {
  return repeatAct(driven, { times, restMs: REPEAT_MS }, () =>
    driven.page.evaluate(() => {
      const before = document.querySelector('article')
      return window.measureAct(
        () => window.showThread(100),
        () => document.querySelector('article') !== before,
      )
    }),
  )
}

export async function typeOnFloor(driven: Driven, times: number): Promise<Acts> {
  await driven.page.locator('#reply').focus()
  return typeSome(driven, times)
}

/** Small transactions of IndexedDB that wait for the disk, ms each. */
export function commitOnFloor({ page }: Driven, times: number): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('no database')))
      })
    const opening = indexedDB.open('floor')
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows', { autoIncrement: true }))
    const db = await done(opening)
    const times: number[] = []
    for (let index = 0; index < count; index += 1) {
      const begunAt = performance.now()
      const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').add({ text: 'Thank you, we have booked you for Thursday.' })
      await new Promise((resolve) => transaction.addEventListener('complete', resolve))
      times.push(performance.now() - begunAt)
    }
    db.close()
    return times
  }, times)
}

/** Linear scans of texts for each query, ms each. */
export function scanOnFloor(
  { page }: Driven,
  { texts, queries }: { readonly texts: readonly string[]; readonly queries: readonly string[] },
): Promise<readonly number[]> {
  return page.evaluate(
    ({ all, asked }) => {
      const folded = all.map((text) => text.toLowerCase())
      let found = 0
      const times = asked.map((query) => {
        const begunAt = performance.now()
        found += folded.filter((text) => text.includes(query.toLowerCase())).length
        return performance.now() - begunAt
      })
      if (found === 0) throw new Error('the queries find nothing')
      return times
    },
    { all: texts, asked: queries },
  )
}
