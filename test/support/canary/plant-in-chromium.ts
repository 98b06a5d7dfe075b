import type { PageByMain } from '../page-by-main.ts'
import type { Secret } from './needles.ts'

/** Unsealed texts that the page stores itself, to prove that the scanner finds what Chromium writes. */
export const PLANTED: readonly Secret[] = [
  { kind: 'one-byte text', text: 'plantedocelot' },
  { kind: 'two-byte text', text: 'plantedирбис' },
  { kind: 'key', text: 'plantedkeyserow' },
  { kind: 'index', text: 'plantedindexsaola' },
  { kind: 'large value', text: 'plantedlargegaur' },
  { kind: 'local storage', text: 'plantedlocalaye-aye' },
  { kind: 'session storage', text: 'plantedsessiontarsier' },
]

/** More than LevelDB keeps in its log, so that it writes tables. */
const FILLING = { rows: 160, length: 60_000 }

/** Chromium stores a value of this length as a file of its own. */
const LARGE = 100_000

export async function plantInChromium(page: PageByMain): Promise<void> {
  const planted = Object.fromEntries(PLANTED.map(({ kind, text }) => [kind, text]))
  const script = `(${String(plant)})(${JSON.stringify({ planted, filling: FILLING, large: LARGE })})`
  await page.ask(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    script,
  )
}

type Plants = {
  readonly planted: Readonly<Record<string, string>>
  readonly filling: typeof FILLING
  readonly large: number
}

/** Runs in the page, so it can access only its argument. */
async function plant({ planted, filling, large }: Plants): Promise<void> {
  const text = (kind: string): string => planted[kind] ?? ''
  localStorage.setItem('planted', text('local storage'))
  sessionStorage.setItem('planted', text('session storage'))
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('planted', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows').createIndex('word', 'word')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error ?? new Error('not opened'))
  })
  const change = (work: (rows: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = db.transaction('rows', 'readwrite')
      work(transaction.objectStore('rows'))
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('not stored'))
    })
  await change((rows) => {
    rows.put({ one: text('one-byte text'), two: text('two-byte text') }, 1)
    rows.put({ word: text('index') }, text('key'))
    rows.put({ large: 'x'.repeat(large) + text('large value') }, 2)
  })
  for (let row = 0; row < filling.rows; row += 1)
    await change((rows) => rows.put(String(row).repeat(filling.length).slice(0, filling.length), 1_000 + row))
  db.close()
}
