import Dexie, { type Table, type Transaction } from 'dexie'
import { addressKeyToday, indexKeysOf } from './customer-key.ts'
import type { ConversationRow, NoteRow } from './rows.ts'

/** Rows read and written at once, to bound memory. */
const CHUNK = 1_000

type Indexed = ConversationRow & { readonly customerKeys?: readonly string[] }
/** Old customer keys, each with the keys that replaced it. */
type ReplacedKeys = Map<string, Set<string>>

/**
 * Upgrades version 1, which has no `customerKeys`, and version 2, whose keys compared addresses by other rules. Every row with outdated
 * keys is written again, and customer-index.ts adds the current ones. Notes move to their customers' new keys. All of it runs in the
 * version change transaction, so an interrupted upgrade changes nothing.
 */
export async function reindexCustomers(transaction: Transaction): Promise<void> {
  const table = transaction.table<Indexed, string>('conversations')
  const replaced: ReplacedKeys = new Map()
  let lastId: string | undefined = Dexie.minKey as unknown as string
  while (lastId !== undefined) {
    const rows: Indexed[] = await table.where('id').above(lastId).limit(CHUNK).toArray()
    const outdated = rows.filter((row) => !hasCurrentKeys(row, replaced))
    if (outdated.length > 0) await table.bulkPut(outdated)
    lastId = rows.at(-1)?.id
  }
  await moveNotes(transaction.table('notes'), table, replaced)
}

function hasCurrentKeys(row: Indexed, replaced: ReplacedKeys): boolean {
  const { customerKeys: before } = row
  const current = indexKeysOf(row)
  if (before === undefined) return false
  for (const key of before.filter(isAddressKey)) {
    const next = current.find((candidate) => kindOf(candidate) === kindOf(key))
    if (next !== undefined && next !== key) replaced.set(key, (replaced.get(key) ?? new Set()).add(next))
  }
  return before.length === current.length && current.every((key, index) => key === before[index])
}

/**
 * Copies a note to every key that replaced its own. A note whose conversations are gone goes to the current keys of its address. It also
 * stays under its old key while a conversation has that key. Two notes under one key are joined.
 */
async function moveNotes(
  notes: Table<NoteRow, string>,
  rows: Table<Indexed, string>,
  replaced: ReplacedKeys,
): Promise<void> {
  for (const note of await notes.toArray()) {
    const { customerKey: key } = note
    if (!isAddressKey(key)) continue
    const targets = new Set(replaced.get(key) ?? addressKeyToday(key))
    for (const target of targets) if (target !== key) await addToNote(notes, { ...note, customerKey: target })
    const isInUse = targets.has(key) || (await rows.where('customerKeys').equals(key).count()) > 0
    if (!isInUse) await notes.delete(key)
  }
}

async function addToNote(notes: Table<NoteRow, string>, note: NoteRow): Promise<void> {
  const existing = await notes.get(note.customerKey)
  const text = existing === undefined || existing.text === note.text ? note.text : `${existing.text}\n\n${note.text}`
  await notes.put({ ...note, text, updatedAt: Math.max(note.updatedAt, existing?.updatedAt ?? 0) })
}

function isAddressKey(key: string): boolean {
  return kindOf(key) === 'phone' || kindOf(key) === 'email'
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(' '))
}
