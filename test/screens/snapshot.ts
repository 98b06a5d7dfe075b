import type { Page } from 'playwright-core'

type Store = { readonly name: string; readonly rows: readonly unknown[] }

/**
 * Keeps what the app has stored, and returns a function that stores it again and reloads the app. It is kept in another page of the same
 * origin, because Playwright would have to carry every byte.
 */
export async function keepStored(page: Page): Promise<() => Promise<void>> {
  const { origin } = new URL(page.url())
  const keeper = await page.context().newPage()
  // A page of the same origin without the app.
  await page.context().route(`${origin}/nothing`, (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await keeper.goto(`${origin}/nothing`)
  await keeper.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('the database cannot be read')))
      })
    const kept = new Map<string, Store[]>()
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name))
      const names = [...db.objectStoreNames]
      const transaction = names.length > 0 ? db.transaction(names) : null
      const stores = names.map(async (store) => ({
        name: store,
        rows: await done((transaction as IDBTransaction).objectStore(store).getAll()),
      }))
      kept.set(name, await Promise.all(stores))
      db.close()
    }
    const local = { ...localStorage }
    async function restore(): Promise<void> {
      localStorage.clear()
      for (const [key, value] of Object.entries(local)) localStorage.setItem(key, String(value))
      for (const [name, stores] of kept) {
        const db = await done(indexedDB.open(name))
        const transaction = db.transaction(
          stores.map((store) => store.name),
          'readwrite',
        )
        for (const store of stores) {
          const target = transaction.objectStore(store.name)
          target.clear()
          for (const row of store.rows) target.put(row)
        }
        await new Promise((resolve) => transaction.addEventListener('complete', resolve))
        db.close()
      }
    }
    Object.assign(window, { restore })
  })
  return async () => {
    // The app must not write meanwhile.
    await page.goto(`${origin}/nothing`)
    await keeper.evaluate(() => (window as unknown as { restore(): Promise<void> }).restore())
    await page.goto(origin)
  }
}
