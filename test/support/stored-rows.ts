import type { Page } from 'playwright-core'

/** The stored rows of one table of the open workspace's database. */
export async function storedRows<T>(page: Page, table: string): Promise<readonly T[]> {
  const rows = await page.evaluate(async (name) => {
    const found = (await indexedDB.databases()).find((one) => one.name?.startsWith('clarion-'))
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(found?.name ?? '')
      opening.onsuccess = () => resolve(opening.result)
    })
    const all = await new Promise<unknown[]>((resolve) => {
      const reading = db.transaction(name).objectStore(name).getAll()
      reading.onsuccess = () => resolve(reading.result)
    })
    db.close()
    return all
  }, table)
  return rows as readonly T[]
}
