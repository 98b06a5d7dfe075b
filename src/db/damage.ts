import type { IndexableType } from 'dexie'
import { commit } from './commit.ts'
import type { After } from './commit-watch.ts'
import type { Database } from './database.ts'
import type { DamagedRow } from './sealing/seal-tables.ts'

/** Rows that were damaged on the disk, by what the user knows them as. Persisted in `meta` until the user dismisses the notice. */
export type DamageReport = {
  /** Epoch ms. */
  readonly noticedAt: number
  /** They are read again from the server. */
  readonly conversations: number
  readonly drafts: number
  readonly notes: number
  readonly snippets: number
  /** Stars, snoozes, saved searches and settings. */
  readonly others: number
}

const NAME = 'damage'
/** Damage comes in groups: several rows of one page of the disk. */
const DELAY_MS = 500

const KINDS: Readonly<Record<string, Exclude<keyof DamageReport, 'noticedAt'>>> = {
  conversations: 'conversations',
  threads: 'conversations',
  drafts: 'drafts',
  draftVersions: 'drafts',
  notes: 'notes',
  snippets: 'snippets',
  flags: 'others',
  meta: 'others',
}

export async function readDamage(db: Database): Promise<DamageReport | null> {
  return ((await db.meta.get(NAME))?.value as DamageReport | undefined) ?? null
}

/** Called when the user has read the notice. */
export async function dismissDamage(db: Database): Promise<void> {
  await db.meta.delete(NAME)
}

/**
 * Removes what is left of damaged rows, so that each costs only itself. A conversation's thread is marked as unread by this device: sync
 * then reads both again. A failed repair is tried again at the next start, when the row is found again. Ops are left to
 * outbox/restore.ts.
 */
export function startRepairs(options: { readonly db: Database; readonly now: () => number; readonly after: After }): {
  readonly stop: () => Promise<unknown>
} {
  const { db, now, after } = options
  const known = new Set<string>()
  let pending: DamagedRow[] = []
  let cancel: (() => void) | null = null
  let running: Promise<unknown> = Promise.resolve()

  function run(): void {
    cancel = null
    const rows = pending
    pending = []
    running = running.then(() => repair(db, rows, now())).catch(() => {})
  }

  const unsubscribe = db.damage.subscribe((row) => {
    const name = JSON.stringify([row.table, row.key])
    // Every read of the row reports it.
    if (row.table === 'outbox' || known.has(name)) return
    known.add(name)
    pending.push(row)
    cancel ??= after(DELAY_MS, run)
  })
  return {
    stop() {
      unsubscribe()
      cancel?.()
      return running
    },
  }
}

async function repair(db: Database, rows: readonly DamagedRow[], now: number): Promise<void> {
  const tables = [...new Set([...rows.map(({ table }) => table), 'conversations', 'meta'])].map((name) =>
    db.table(name),
  )
  await commit(db, tables, async () => {
    for (const { table, key } of rows) {
      if (table !== 'conversations') await db.table(table).delete(key as IndexableType)
      if (table === 'conversations' || table === 'threads') await forgetThread(db, String(key))
    }
    const report = { ...(await readDamage(db)), noticedAt: now }
    await db.meta.put({ name: NAME, value: addTo(report, rows) })
  })
}

/** Writing the row also seals its plain fields again, so that it opens. */
async function forgetThread(db: Database, id: string): Promise<void> {
  const row = await db.conversations.get(id)
  if (row === undefined) return
  const { newest: _, ...rest } = row
  await db.conversations.put(rest)
}

function addTo(
  report: Partial<DamageReport> & { readonly noticedAt: number },
  rows: readonly DamagedRow[],
): DamageReport {
  const counts = { conversations: 0, drafts: 0, notes: 0, snippets: 0, others: 0, ...report }
  const seen = new Set<string>()
  for (const { table, key } of rows) {
    const kind = KINDS[table]
    const name = JSON.stringify([kind, key])
    // A conversation and its thread count as one.
    if (kind === undefined || seen.has(name)) continue
    seen.add(name)
    counts[kind] += 1
  }
  return counts
}

/** Ids of the ops that do not open. */
export async function findDamagedOps(db: Database): Promise<readonly string[]> {
  const ids: string[] = []
  const unsubscribe = db.damage.subscribe(({ table, plain }) => {
    if (table === 'outbox') ids.push(String(plain['id']))
  })
  try {
    await db.outbox.toArray()
  } finally {
    unsubscribe()
  }
  return ids
}
