import type { Table } from 'dexie'

/** Up to this many ids, a request for each is as fast as a list of keys. */
const FEW = 20

/**
 * `bulkGet` for a table that has rows for few of its ids, like `seen` and `flags` in a first sync. IndexedDB has one request for each id that
 * bulkGet asks for, whether there is a row or not. So this lists the keys between the first and the last id, up to one more than there are
 * ids, and gets only what exists. In a table with more rows there it costs one request more than bulkGet. Call it in a transaction, so that
 * both requests see the same rows.
 */
export async function getPresent<T, I>(
  table: Table<T, string, I>,
  ids: readonly string[],
): Promise<readonly (T | undefined)[]> {
  if (ids.length <= FEW) return table.bulkGet([...ids])
  const sorted = ids.toSorted()
  const between = table.where(':id').between(sorted.at(0), sorted.at(-1), true, true)
  const keys = await between.limit(ids.length + 1).primaryKeys()
  if (keys.length > ids.length) return table.bulkGet([...ids])
  const present = new Set(keys)
  const wanted = ids.filter((id) => present.has(id))
  const rows = wanted.length === 0 ? [] : await table.bulkGet(wanted)
  const rowOf = new Map(wanted.map((id, index) => [id, rows[index]]))
  return ids.map((id) => rowOf.get(id))
}
