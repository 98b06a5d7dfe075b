import Dexie, { type Table, type Transaction } from 'dexie'
import { addressKeyToday, indexKeysOf } from './customer-key.ts'
import type { ConversationRow, NoteRow } from './rows.ts'

/** Rows read and written at once: what they take of memory is bounded, however many there are. */
const CHUNK = 1_000

type Indexed = ConversationRow & { readonly customerKeys?: readonly string[] }
/** Former keys of conversations, each with the keys that took its place. */
type Renamed = Map<string, Set<string>>

/**
 * From version 1, which early builds wrote without `customerKeys`, and from version 2, whose keys compared addresses by other rules: every
 * row whose keys differ from today's is written again, and customer-index.ts puts them in. Notes follow their customers' keys. All in the
 * transaction in which the version changes: cut short, nothing has happened.
 */
export async function reindexCustomers(transaction: Transaction): Promise<void> {
  const table = transaction.table<Indexed, string>('conversations')
  const renamed: Renamed = new Map()
  let lastId: string | undefined = Dexie.minKey as unknown as string
  while (lastId !== undefined) {
    const rows: Indexed[] = await table.where('id').above(lastId).limit(CHUNK).toArray()
    const outdated = rows.filter((row) => !hasKeysOfToday(row, renamed))
    if (outdated.length > 0) await table.bulkPut(outdated)
    lastId = rows.at(-1)?.id
  }
  await moveNotes(transaction.table('notes'), table, renamed)
}

function hasKeysOfToday(row: Indexed, renamed: Renamed): boolean {
  const { customerKeys: before } = row
  const today = indexKeysOf(row)
  if (before === undefined) return false
  for (const key of before.filter(isAddressKey)) {
    const now = today.find((one) => kindOf(one) === kindOf(key))
    if (now !== undefined && now !== key) renamed.set(key, (renamed.get(key) ?? new Set()).add(now))
  }
  return before.length === today.length && today.every((key, index) => key === before[index])
}

/**
 * A note goes to every key that its own became; one whose conversations are gone goes where its address would be looked for. It also stays
 * where it is while a conversation has that key. Of two notes that meet, one is put below the other.
 */
async function moveNotes(notes: Table<NoteRow, string>, rows: Table<Indexed, string>, renamed: Renamed): Promise<void> {
  for (const note of await notes.toArray()) {
    const { customerKey: key } = note
    if (!isAddressKey(key)) continue
    const targets = new Set(renamed.get(key) ?? addressKeyToday(key))
    for (const target of targets) if (target !== key) await addToNote(notes, { ...note, customerKey: target })
    const isInUse = targets.has(key) || (await rows.where('customerKeys').equals(key).count()) > 0
    if (!isInUse) await notes.delete(key)
  }
}

async function addToNote(notes: Table<NoteRow, string>, note: NoteRow): Promise<void> {
  const there = await notes.get(note.customerKey)
  const text = there === undefined || there.text === note.text ? note.text : `${there.text}\n\n${note.text}`
  await notes.put({ ...note, text, updatedAt: Math.max(note.updatedAt, there?.updatedAt ?? 0) })
}

function isAddressKey(key: string): boolean {
  return kindOf(key) === 'phone' || kindOf(key) === 'email'
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(' '))
}
