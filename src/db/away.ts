import type { Database } from './database.ts'
import type { Intent } from './op.ts'
import type { OutboxFeed } from './outbox-feed.ts'

/** An op that waited while the server was unreachable. Persisted. */
export type AwayOp = {
  readonly opId: string
  readonly conversationId: string
  readonly kind: Intent['kind']
}

/** The server is unreachable. Persisted, so that a restart does not shorten the measured time. */
export type Offline = {
  /** Epoch ms of the server's last response. */
  readonly since: number
  /** All ops that have waited since then. */
  readonly ops: readonly AwayOp[]
}

/** A long time offline that has ended and that the user has not acknowledged yet. Persisted. */
export type Away = Offline & { readonly backAt: number }

export type Reach = { readonly offline: Offline | null; readonly away: Away | null }

export type ReachEvent =
  /** `lastResponseAt`: epoch ms of this session's last successful response; null when there was none. */
  | { readonly kind: 'unreachable'; readonly at: number; readonly lastResponseAt: number | null }
  | { readonly kind: 'reached'; readonly at: number }
  /** The outbox changed. */
  | { readonly kind: 'waiting' }

/** Offline times of at least this length, ms, get a review. A shorter one, such as a tunnel, needs no explanation. */
export const LONG_AWAY_MS = 10 * 60_000

/** The state after an event. `waiting` holds the ops in the outbox now. Returns `reach` itself when nothing changed. */
export function reachAfter(
  reach: Reach,
  event: ReachEvent,
  waiting: readonly AwayOp[],
  longAfterMs: number = LONG_AWAY_MS,
): Reach {
  const { offline, away } = reach
  if (event.kind === 'unreachable' && offline === null) {
    return { away, offline: { since: event.lastResponseAt ?? event.at, ops: waiting } }
  }
  if (offline === null) return reach
  const ops = mergeOps(offline.ops, waiting)
  if (event.kind !== 'reached') return ops === offline.ops ? reach : { away, offline: { ...offline, ops } }
  // A clock that was set back gives a negative duration, which counts as short.
  if (event.at - offline.since < longAfterMs) return { away, offline: null }
  // A previous review that the user has not dismissed is merged into this one.
  const since = Math.min(offline.since, away?.since ?? Infinity)
  return { offline: null, away: { since, backAt: event.at, ops: mergeOps(away?.ops ?? [], ops) } }
}

function mergeOps(known: readonly AwayOp[], more: readonly AwayOp[]): readonly AwayOp[] {
  const ids = new Set(known.map((op) => op.opId))
  const added = more.filter((op) => !ids.has(op.opId))
  return added.length === 0 ? known : [...known, ...added]
}

/** Stores the event's effect together with the ops that wait now. */
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
    if (after.offline !== before.offline) await storeOrDelete(db, 'offline', after.offline)
    if (after.away !== before.away) await storeOrDelete(db, 'away', after.away)
  })
}

/** Called when the user has read the review. */
export async function dismissAway(db: Database): Promise<void> {
  await db.meta.delete('away')
}

export type AwayWatch = { readonly record: (event: ReachEvent) => void; readonly stop: () => void }

/**
 * Records when the server becomes unreachable and reachable again, and the ops queued in between. Ops are recorded as they are queued,
 * because one may be sent before the next read succeeds.
 */
export function watchAway(db: Database, feed: Pick<OutboxFeed, 'ops' | 'subscribe'>): AwayWatch {
  let lastKind: ReachEvent['kind'] | null = null
  /** Ids of the ops already recorded. Retries change ops often while offline; they need no new record. */
  let recordedIds: ReadonlySet<string> = new Set()

  function recordWaiting(): void {
    const ops = feed.ops() ?? []
    if (lastKind === 'reached' || ops.every((op) => recordedIds.has(op.id))) return
    const ids = new Set(ops.map((op) => op.id))
    void noteReach(db, { kind: 'waiting' }).then(() => {
      recordedIds = ids
    })
  }

  recordWaiting()
  const unsubscribe = feed.subscribe(recordWaiting)
  return {
    record(event) {
      if (event.kind === lastKind) return
      lastKind = event.kind
      void noteReach(db, event)
    },
    stop: unsubscribe,
  }
}

async function storeOrDelete(db: Database, name: string, value: unknown): Promise<void> {
  await (value === null ? db.meta.delete(name) : db.meta.put({ name, value }))
}
