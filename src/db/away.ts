import type { Database } from './database.ts'
import type { Intent } from './op.ts'
import type { OutboxFeed } from './outbox-feed.ts'

/** An op as it was when the server could not be reached. Persisted. */
export type AwayOp = {
  readonly opId: string
  readonly conversationId: string
  readonly kind: Intent['kind']
}

/** The server cannot be reached. Persisted, so that a restart meanwhile makes nothing of it shorter. */
export type Offline = {
  /** Epoch ms of the last that was heard of it. */
  readonly since: number
  /** All that has waited since. */
  readonly ops: readonly AwayOp[]
}

/** A long time offline that is over, and that the person has not read of yet. Persisted. */
export type Away = Offline & { readonly backAt: number }

export type Reach = { readonly offline: Offline | null; readonly away: Away | null }

export type ReachEvent =
  /** `lastHeardAt`: epoch ms of the last good answer of this session; null when there was none. */
  | { readonly kind: 'unreachable'; readonly at: number; readonly lastHeardAt: number | null }
  | { readonly kind: 'reached'; readonly at: number }
  /** The outbox changed. */
  | { readonly kind: 'waiting' }

/** So long that a person has lost count of what they said and does not know what came in, ms. Less is a tunnel, and tells itself. */
export const LONG_AWAY_MS = 10 * 60_000

/** What is remembered after an event; `waiting` is what the outbox holds just now. The same value when nothing changed. */
export function reachAfter(
  reach: Reach,
  event: ReachEvent,
  waiting: readonly AwayOp[],
  longAfterMs: number = LONG_AWAY_MS,
): Reach {
  const { offline, away } = reach
  if (event.kind === 'unreachable' && offline === null) {
    return { away, offline: { since: event.lastHeardAt ?? event.at, ops: waiting } }
  }
  if (offline === null) return reach
  const ops = joined(offline.ops, waiting)
  if (event.kind !== 'reached') return ops === offline.ops ? reach : { away, offline: { ...offline, ops } }
  // A clock that was set back makes nothing long.
  if (event.at - offline.since < longAfterMs) return { away, offline: null }
  // What the person has not read of yet is told together with it.
  const since = Math.min(offline.since, away?.since ?? Infinity)
  return { offline: null, away: { since, backAt: event.at, ops: joined(away?.ops ?? [], ops) } }
}

function joined(known: readonly AwayOp[], more: readonly AwayOp[]): readonly AwayOp[] {
  const ids = new Set(known.map((op) => op.opId))
  const added = more.filter((op) => !ids.has(op.opId))
  return added.length === 0 ? known : [...known, ...added]
}

/** Remembers what was heard, and what waited at the time. */
export async function noteReach(db: Database, event: ReachEvent): Promise<void> {
  await db.transaction('rw', [db.meta, db.outbox], async () => {
    const [offline, away, ops] = await Promise.all([
      db.meta.get('offline'),
      db.meta.get('away'),
      db.outbox.orderBy('seq').toArray(),
    ])
    const before: Reach = {
      offline: (offline?.value as Offline | undefined) ?? null,
      away: (away?.value as Away | undefined) ?? null,
    }
    const waiting = ops.map(({ id, conversationId, intent }) => ({ opId: id, conversationId, kind: intent.kind }))
    const after = reachAfter(before, event, waiting)
    if (after.offline !== before.offline) await keep(db, 'offline', after.offline)
    if (after.away !== before.away) await keep(db, 'away', after.away)
  })
}

/** The person has read it. */
export async function dismissAway(db: Database): Promise<void> {
  await db.meta.delete('away')
}

export type AwayWatch = { readonly hear: (event: ReachEvent) => void; readonly stop: () => void }

/** Notes when the server goes out of reach and comes back, and what is said meanwhile: it may be sent before the next read succeeds. */
export function watchAway(db: Database, feed: Pick<OutboxFeed, 'ops' | 'subscribe'>): AwayWatch {
  let heard: ReachEvent['kind'] | null = null
  /** What waited when it was last noted: offline each op is tried again and again, which is no news. */
  let noted: ReadonlySet<string> = new Set()

  function note(): void {
    const ops = feed.ops() ?? []
    if (heard === 'reached' || ops.every((op) => noted.has(op.id))) return
    const ids = new Set(ops.map((op) => op.id))
    void noteReach(db, { kind: 'waiting' }).then(() => {
      noted = ids
    })
  }

  note()
  const unsubscribe = feed.subscribe(note)
  return {
    hear(event) {
      if (event.kind === heard) return
      heard = event.kind
      void noteReach(db, event)
    },
    stop: unsubscribe,
  }
}

async function keep(db: Database, name: string, value: unknown): Promise<void> {
  await (value === null ? db.meta.delete(name) : db.meta.put({ name, value }))
}
