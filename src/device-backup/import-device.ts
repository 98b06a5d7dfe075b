import type { Database } from '../db/database.ts'
import type { NoteRow } from '../db/rows.ts'
import { putRow } from '../outbox/restore.ts'
import type { MovedRow, MovedTable } from '../shared/device-backup.ts'
import { makeIdMap } from './id-map.ts'
import { importWorkspaceSettings } from './import-settings.ts'
import { addedSnippet, mergeFlags, mergeNote, mergeSeen, mergeWriting, type Writing } from './merges.ts'
import { arrivingOp } from './op-moves.ts'
import * as is from './row-checks.ts'

/** The rows of one workspace in a backup. */
export type DeviceRows = ReadonlyMap<MovedTable, readonly MovedRow[]>

/** Something that differs on the two devices. The name is the customer's or the snippet's; null when it is unknown. */
export type Conflict = { readonly kind: 'draft' | 'note' | 'snippet' | 'snooze'; readonly name: string | null }

/** What a restore has changed in a workspace. */
export type Imported = {
  readonly ops: number
  readonly drafts: number
  readonly flags: number
  readonly notes: number
  readonly snippets: number
  readonly conflicts: readonly Conflict[]
  /** Rows that are not what they say. */
  readonly unusable: number
}

type Place = { readonly workspaceId: string; readonly workspaceIdThere: string; readonly now: number }
type Tally = { -readonly [K in keyof Omit<Imported, 'conflicts'>]: number } & { readonly conflicts: Conflict[] }

/** Name of the `meta` row with the ids of the ops that came from backups. Persisted. */
const MARK = 'restoredOps'
/** Rows written at once, so that the page stays usable. */
const WRITE = 500

/**
 * Merges a backup into the database of a workspace, in one transaction: after a crash either all of it is there or nothing. Restoring the
 * same backup again changes nothing more, and an op that came once never comes back.
 */
export async function importDevice(db: Database, rows: DeviceRows, place: Place): Promise<Imported> {
  const tally: Tally = { ops: 0, drafts: 0, flags: 0, notes: 0, snippets: 0, unusable: 0, conflicts: [] }
  await db.transaction('rw', db.tables, async () => {
    const conversations = take(rows, 'conversations', is.isConversation, tally)
    const idHere = await makeIdMap(db, conversations)
    await importOps(db, { rows, conversations, idHere, place, tally })
    await importWriting(db, { rows, idHere, place, tally })
    await importNotes(db, { rows, idHere, tally })
    await importFlags(db, { rows, idHere, tally })
    await importSeen(db, { rows, idHere, tally })
    await importSnippets(db, { rows, tally })
    await importWorkspaceSettings(db, take(rows, 'meta', is.isMovedMeta, tally))
  })
  return tally
}

function take<T>(rows: DeviceRows, table: MovedTable, check: (row: unknown) => row is T, tally: Tally): readonly T[] {
  const all: readonly unknown[] = rows.get(table) ?? []
  const usable = all.filter(check)
  tally.unusable += all.length - usable.length
  return usable
}

type Step = { readonly rows: DeviceRows; readonly tally: Tally }
type StepWithIds = Step & { readonly idHere: (conversationId: string) => string }

async function importOps(
  db: Database,
  step: StepWithIds & { readonly place: Place; readonly conversations: readonly Parameters<typeof putRow>[1][] },
): Promise<void> {
  const { rows, conversations, idHere, place, tally } = step
  const claims = take(rows, 'claims', is.isClaim, tally)
  const ops = take(rows, 'outbox', is.isOp, tally).toSorted((a, b) => a.seq - b.seq)
  const known = new Set(((await db.meta.get(MARK))?.value as readonly string[] | undefined) ?? [])
  const ids = ops.map(({ id }) => id)
  for (const { id } of await db.outbox.where('id').anyOf(ids).toArray()) known.add(id)
  await db.claims.filter(({ opId }) => ids.includes(opId)).each(({ opId }) => void known.add(opId))
  const added = ops.filter(({ id }) => !known.has(id))
  const busyIds = new Set(added.map(({ conversationId }) => conversationId))
  for (const row of conversations.filter(({ id }) => busyIds.has(id))) {
    const { serverId, ...fields } = row
    const id = idHere(row.id)
    await putRow(db, id === row.id && serverId !== undefined ? row : { ...fields, id })
  }
  const claimed = await db.claims.bulkGet(claims.map(({ messageId }) => messageId))
  await db.claims.bulkPut(
    claims
      .filter((_, index) => claimed[index] === undefined)
      .map((claim) => ({ ...claim, conversationId: idHere(claim.conversationId) })),
  )
  for (const op of added) await db.outbox.add(arrivingOp(op, { ...place, conversationId: idHere(op.conversationId) }))
  if (added.length > 0) await db.meta.put({ name: MARK, value: [...known, ...added.map(({ id }) => id)] })
  tally.ops += added.length
}

async function importWriting(db: Database, step: StepWithIds & { readonly place: Place }): Promise<void> {
  const { rows, idHere, place, tally } = step
  const there = new Map<string, Writing>()
  for (const draft of take(rows, 'drafts', is.isDraft, tally)) {
    const conversationId = idHere(draft.conversationId)
    there.set(conversationId, { draft: { ...draft, conversationId }, versions: [] })
  }
  for (const { conversationId, versions } of take(rows, 'draftVersions', is.isDraftVersions, tally)) {
    const id = idHere(conversationId)
    there.set(id, { draft: there.get(id)?.draft, versions })
  }
  for (const [conversationId, writing] of there) {
    const [draft, kept] = await Promise.all([db.drafts.get(conversationId), db.draftVersions.get(conversationId)])
    const here = { draft, versions: kept?.versions ?? [] }
    const merged = mergeWriting(here, writing, place.now)
    const { draft: nextDraft, versions } = merged.row
    if (nextDraft !== undefined && nextDraft !== draft) {
      await db.drafts.put(nextDraft)
      tally.drafts += 1
    }
    if (versions !== here.versions) await db.draftVersions.put({ conversationId, versions })
    if (merged.isConflict) tally.conflicts.push({ kind: 'draft', name: await readName(db, conversationId) })
  }
}

async function importNotes(db: Database, { rows, idHere, tally }: StepWithIds): Promise<void> {
  for (const { customer, text, updatedAt } of take(rows, 'notes', is.isMovedNote, tally)) {
    const key = customer.startsWith(OF_CONVERSATION)
      ? `${OF_CONVERSATION}${idHere(customer.slice(OF_CONVERSATION.length))}`
      : customer
    const there: NoteRow = { customerKey: db.sealer.hash(key), text, updatedAt }
    const here = await db.notes.get(there.customerKey)
    const { row, isConflict } = mergeNote(here, there)
    if (row === here) continue
    await db.notes.put(row)
    tally.notes += 1
    if (!isConflict) continue
    const of = await db.conversations.where('customerKeys').equals(there.customerKey).first()
    tally.conflicts.push({ kind: 'note', name: of === undefined ? null : nameOf(of) })
  }
}

/** See `customerKeysOf`. */
const OF_CONVERSATION = 'conversation '

async function importFlags(db: Database, { rows, idHere, tally }: StepWithIds): Promise<void> {
  const there = take(rows, 'flags', is.isFlags, tally).map((row) => ({
    ...row,
    conversationId: idHere(row.conversationId),
  }))
  for (let from = 0; from < there.length; from += WRITE) {
    const some = there.slice(from, from + WRITE)
    const here = await db.flags.bulkGet(some.map(({ conversationId }) => conversationId))
    const merged = some.map((row, index) => mergeFlags(here[index], row))
    const changed = merged.flatMap(({ row }, index) => (isSame(row, here[index]) ? [] : [row]))
    await db.flags.bulkPut(changed)
    tally.flags += changed.length
    for (const { row, isConflict } of merged)
      if (isConflict) tally.conflicts.push({ kind: 'snooze', name: await readName(db, row.conversationId) })
  }
}

async function importSeen(db: Database, { rows, idHere, tally }: StepWithIds): Promise<void> {
  const there = take(rows, 'seen', is.isSeen, tally)
  for (let from = 0; from < there.length; from += WRITE) {
    const some = there.slice(from, from + WRITE).map((row) => ({ ...row, conversationId: idHere(row.conversationId) }))
    const here = await db.seen.bulkGet(some.map(({ conversationId }) => conversationId))
    await db.seen.bulkPut(some.filter((row, index) => mergeSeen(here[index], row) === row))
  }
}

async function importSnippets(db: Database, { rows, tally }: Step): Promise<void> {
  const here = await db.snippets.toArray()
  for (const snippet of take(rows, 'snippets', is.isSnippet, tally)) {
    const added = addedSnippet(here, snippet, () => crypto.randomUUID())
    if (added === null) continue
    here.push(added.row)
    await db.snippets.put(added.row)
    tally.snippets += 1
    if (added.isConflict) tally.conflicts.push({ kind: 'snippet', name: snippet.name })
  }
}

function isSame(a: object, b: object | undefined): boolean {
  return b !== undefined && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(row: object): readonly (readonly [string, unknown])[] {
  return Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

async function readName(db: Database, conversationId: string): Promise<string | null> {
  const row = await db.conversations.get(conversationId)
  return row === undefined ? null : nameOf(row)
}

function nameOf(row: {
  readonly customerName?: string | null
  readonly customerPhone?: string | null
  readonly customerEmail?: string | null
}): string | null {
  return [row.customerName, row.customerPhone, row.customerEmail].find((text) => (text ?? '') !== '') ?? null
}
