import type { After } from './commit-watch.ts'
import { type Database, SCHEMA_VERSION } from './database.ts'
import { SERVER_CLOCK } from './server-clock.ts'

/**
 * How opening ended.
 * - `newer`: a newer version of the app has changed it; nothing was touched.
 * - `blocked`: another window holds an older version open, or the browser does not answer.
 * - `unopenable`: the browser refused; a full disk does that.
 */
export type Opening = 'open' | 'newer' | 'blocked' | 'unopenable'

/** For a database that is up to date, ms. */
const OPEN_LIMIT_MS = 20_000
/** For one of an earlier version, ms: many times what a hundred thousand conversations take. */
const UPGRADE_LIMIT_MS = 10 * 60_000

type Listed = readonly { readonly name?: string | undefined; readonly version?: number | undefined }[]

/**
 * Opens a database that this code understands, and leaves any other as it is. Dexie by itself opens a newer one without a word, and
 * even adds the tables that it misses there, so the version is asked for before Dexie may touch it.
 */
export async function openDatabase(
  db: Database,
  browser: { readonly list: () => Promise<Listed>; readonly after: After },
): Promise<Opening> {
  const opening = await new Promise<Opening>((resolve) => {
    const allow = (ms: number): (() => void) => browser.after(ms, () => resolve('blocked'))
    let callOff = allow(OPEN_LIMIT_MS)
    const onUpgrade = (): void => {
      callOff()
      callOff = allow(UPGRADE_LIMIT_MS)
    }
    db.on('blocked', () => resolve('blocked'))
    const opened = open(db, browser.list, onUpgrade).catch((): Opening => 'unopenable')
    void opened.then(resolve).finally(() => callOff())
  })
  // For good: a pane that still asked would have Dexie open it again.
  if (opening !== 'open') db.close({ disableAutoOpen: true })
  return opening
}

/**
 * Tells when the database is taken away: `superseded` by a newer version of the app that wants to change it, or `closed` by the
 * browser, which may have lost it. It is never opened again by itself: old code would go on in a new database, or take an empty
 * one for an outbox in which all is done, and forget what main remembers.
 */
export function watchClosing(db: Database, tell: (how: 'superseded' | 'closed') => void): () => void {
  let isWatching = true
  const end = (how: 'superseded' | 'closed'): void => {
    if (!isWatching) return
    isWatching = false
    tell(how)
    // After Dexie's own closing, which leaves it free to open again by itself.
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
  const known = (await list()).find((one) => one.name === db.name)
  const version = versionOf(known?.version)
  if (version > SCHEMA_VERSION) return 'newer'
  if (version > 0 && version < SCHEMA_VERSION) onUpgrade()
  await db.open()
  // Asked again: it may have been changed between the two.
  if (versionOf(db.backendDB().version) > SCHEMA_VERSION) return 'newer'
  db.clock.recall(await db.meta.get(SERVER_CLOCK))
  const schema = (await db.meta.get('schema'))?.value
  return typeof schema === 'number' && schema > SCHEMA_VERSION ? 'newer' : 'open'
}

/** Dexie keeps ten times its version, so that there is room for what it patches by itself. 0 where there is no database. */
function versionOf(nativeVersion: number | undefined): number {
  return Math.floor((nativeVersion ?? 0) / 10)
}
