import { addressKeyToday } from '../db/customer-key.ts'
import type { NoteRow } from '../db/rows.ts'

/** Up to this version of the tables, notes had keys that compared addresses by other rules. */
const LAST_WITH_OLD_KEYS = 2

/** Notes under the keys of today. Two notes that get one key are joined. */
export function notesOfToday(notes: readonly NoteRow[], version: number): readonly NoteRow[] {
  if (version > LAST_WITH_OLD_KEYS) return notes
  const byKey = new Map<string, NoteRow>()
  for (const note of notes) {
    for (const customerKey of keysOfToday(note.customerKey)) {
      byKey.set(customerKey, joined({ ...note, customerKey }, byKey.get(customerKey)))
    }
  }
  return [...byKey.values()]
}

function keysOfToday(key: string): readonly string[] {
  const keys = /^(?:phone|email) /.test(key) ? addressKeyToday(key) : []
  return keys.length === 0 ? [key] : [...new Set(keys)]
}

function joined(note: NoteRow, other: NoteRow | undefined): NoteRow {
  if (other === undefined) return note
  const text = other.text === note.text ? note.text : `${other.text}\n\n${note.text}`
  return { ...note, text, updatedAt: Math.max(note.updatedAt, other.updatedAt) }
}
