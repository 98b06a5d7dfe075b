import type { After } from './commit-watch.ts'
import { type Database, SCHEMA_VERSION } from './database.ts'
import { hasRightKey } from './right-key.ts'
import { SERVER_CLOCK } from './server-clock.ts'

/**
 * The result of opening.
 * - `newer`: a newer version of the app has upgraded the database; nothing was changed.
 * - `blocked`: another window has an older version open, or the browser does not respond.
 * - `wrong-key`: its rows are sealed under another key; nothing was changed.
 * - `unopenable`: the browser refused, for example because the disk is full.
 */
export type Opening = 'open' | 'newer' | 'blocked' | 'wrong-key' | 'unopenable'

/** Time limit for an up-to-date database, ms. */
const OPEN_LIMIT_MS = 20_000
/** Time limit for a database that needs an upgrade, ms: many times what a hundred thousand conversations take. */
const UPGRADE_LIMIT_MS = 10 * 60_000

type Listed = readonly { readonly name?: string | undefined; readonly version?: number | undefined }[]

/**
 * Opens a database that this code understands and leaves any other unchanged. Dexie alone opens a newer database without an error and
 * even adds the tables it misses, so the version is checked before Dexie opens it.
 */
export async function openDatabase(
  db: Database,
  browser: { readonly list: () => Promise<Listed>; readonly after: After },
): Promise<Opening> {
  const opening = await new Promise<Opening>((resolve) => {
    const allow = (ms: number): (() => void) => browser.after(ms, () => resolve('blocked'))
    let cancelTimeout = allow(OPEN_LIMIT_MS)
    const onUpgrade = (): void => {
      cancelTimeout()
      cancelTimeout = allow(UPGRADE_LIMIT_MS)
    }
    db.on('blocked', () => resolve('blocked'))
    const opened = open(db, browser.list, onUpgrade).catch((): Opening => 'unopenable')
    void opened.then(resolve).finally(() => cancelTimeout())
  })
  // Without disableAutoOpen, a later query of a pane would make Dexie open it again.
  if (opening !== 'open') db.close({ disableAutoOpen: true })
  return opening
}

/**
 * Reports when the database is lost: `superseded` by a newer version of the app that wants to upgrade it, or `closed` by the browser,
 * which may have deleted it. It is never reopened automatically: old code would work in an upgraded database, or take an empty one for
 * a finished outbox and delete main's backup.
 */
export function watchClosing(db: Database, report: (how: 'superseded' | 'closed') => void): () => void {
  let isWatching = true
  const end = (how: 'superseded' | 'closed'): void => {
    if (!isWatching) return
    isWatching = false
    report(how)
    // After Dexie's own close, which leaves automatic reopening on.
    queueMicrotask(() => db.close({ disableAutoOpen: true }))
  }
  const onVersionChange = (): void => end('superseded')
  const onClose = (): void => end('closed')
  db.on('versionchange', onVersionChange)
  db.on('close', onClose)
  return () => {
    isWatching = false
    db.on('versionchange').unsubscribe(onVersionChange)
    db.on('close').unsubscribe(onClose)
  }
}

async function open(db: Database, list: () => Promise<Listed>, onUpgrade: () => void): Promise<Opening> {
  const known = (await list()).find(({ name }) => name === db.name)
  const version = versionOf(known?.version)
  if (version > SCHEMA_VERSION) return 'newer'
  if (version > 0 && version < SCHEMA_VERSION) onUpgrade()
  await db.open()
  // Checked again: another process may have upgraded it between the check and the open.
  if (versionOf(db.backendDB().version) > SCHEMA_VERSION) return 'newer'
  const schema = (await db.meta.get('schema'))?.value
  const isNewer = typeof schema === 'number' && schema > SCHEMA_VERSION
  if (isNewer) return 'newer'
  // A row that is read under a wrong key counts as damaged, and damaged rows are removed.
  if (!(await hasRightKey(db))) return 'wrong-key'
  db.clock.restore(await db.meta.get(SERVER_CLOCK))
  return 'open'
}

/** Dexie stores ten times its version number, to leave room for its own patches. 0 when there is no database. */
function versionOf(nativeVersion: number | undefined): number {
  return Math.floor((nativeVersion ?? 0) / 10)
}
