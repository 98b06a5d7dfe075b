import type { Database } from './db/database.ts'
import { readLastPlace, saveLastPlace } from './db/last-place.ts'
import type { Sealer } from './db/sealing/sealer.ts'
import { allPlaceIn, type KeptPlace, readPlace, viewOnly, writeAllPlace, writePlace } from './kept-place.ts'
import { useView } from './view/view.ts'
import { askForField } from './view/view-field.ts'
import { ELEMENT_IDS } from './ui/element-ids.ts'

/** Persisted: rename only with a migration. */
const STORED_AS = 'place'
const ALL_STORED_AS = 'all-inboxes'
/** A change is stored within this time, ms, and never during a key press. */
const MAX_DELAY_MS = 500
/** A page that runs for this long, ms, isn't crashed by its content. */
const PROVEN_MS = 10_000
/** After a change, the place is stored for the next start of the app once the user stays for this long, ms. Each write waits for the disk. */
const STAY_MS = 1_000
/** How long to wait for the list after a reload, ms. */
const MAX_WAIT_MS = 10_000

export type FollowedPlace = {
  /** Restores the view from before the page was lost or the app quit. Call it before the first render. */
  readonly restore: (db: Database) => Promise<void>
  /** Follows the view from now on, without restoring anything. */
  readonly follow: (db: Database) => void
  /** Resolves when the place is stored. */
  readonly stop: () => Promise<unknown>
}

/** Session storage is on the disk, unsealed. */
type TagSealer = Pick<Sealer, 'sealLabel' | 'openLabel'>

type PlaceParts = {
  readonly workspaceId: string
  readonly sealer: TagSealer
  /** Ends with the app. */
  readonly session: TextStorage
  /** Outlives the app. */
  readonly local: TextStorage
  /** Whether this device has the workspaces for All inboxes. They need not be open yet. */
  readonly canShowAll: () => boolean
}

type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Stores what the user looks at in this workspace, and restores it after a reload and at the next start. */
export function followPlace({ workspaceId, sealer, session, local, canShowAll }: PlaceParts): FollowedPlace {
  let returns = 0
  let stored = ''
  let isScheduled = false
  let isFollowing = false
  let database: Database | null = null
  let saving: ReturnType<typeof setTimeout> | undefined

  const store = (): void => {
    isScheduled = false
    if (!isFollowing) return
    const place = currentPlace(workspaceId, sealer)
    const now = writePlace(place, 0)
    if (now === stored) return
    stored = now
    returns = 0
    session.setItem(STORED_AS, now)
    const all = writeAllPlace(place)
    if (all === null) local.removeItem(ALL_STORED_AS)
    else local.setItem(ALL_STORED_AS, all)
    clearTimeout(saving)
    saving = setTimeout(() => void save(), STAY_MS)
  }
  /** A place that cannot be stored is no loss. */
  const save = async (): Promise<void> => {
    saving = undefined
    if (database !== null) await Promise.allSettled([saveLastPlace(database, stored)])
  }
  const storeSoon = (): void => {
    if (isScheduled) return
    isScheduled = true
    requestIdleCallback(store, { timeout: MAX_DELAY_MS })
  }
  const onScroll = ({ target }: Event): void => {
    if (target instanceof HTMLElement && target.id === ELEMENT_IDS.list) storeSoon()
  }
  const proven = setTimeout(() => {
    if (returns > 0) session.setItem(STORED_AS, stored)
  }, PROVEN_MS)
  const unsubscribe = useView.subscribe(storeSoon)
  document.addEventListener('scroll', onScroll, { capture: true, passive: true })
  document.addEventListener('focusin', storeSoon)

  return {
    async restore(db) {
      database = db
      // A new session: the app has started.
      const isFirst = session.getItem(STORED_AS) === null
      const all = isFirst && canShowAll() ? allPlaceIn(local.getItem(ALL_STORED_AS), workspaceId) : null
      const last = isFirst ? (all ?? (await lastPlaceOf(db))) : session.getItem(STORED_AS)
      const read = readPlace(last, workspaceId)
      const kept = read?.place.isAll === true && !canShowAll() ? null : read
      if (kept !== null) {
        returns = kept.returns + 1
        stored = writePlace(kept.place, 0)
        session.setItem(STORED_AS, writePlace(kept.place, returns))
        await restorePlace(db, sealer, kept.place)
      }
      isFollowing = true
    },
    follow(db) {
      database = db
      isFollowing = true
      storeSoon()
    },
    stop() {
      // The workspace is closed in order, as by a lock, so its content didn't crash the page.
      if (isFollowing && returns > 0) session.setItem(STORED_AS, stored)
      isFollowing = false
      const isUnsaved = saving !== undefined
      clearTimeout(saving)
      clearTimeout(proven)
      unsubscribe()
      document.removeEventListener('scroll', onScroll, { capture: true })
      document.removeEventListener('focusin', storeSoon)
      return isUnsaved ? save() : Promise.resolve()
    },
  }
}

function currentPlace(workspaceId: string, sealer: TagSealer): KeptPlace {
  const { screen, name, channel, tag, selectedId, acting } = useView.getState()
  const listTop = Math.round(document.getElementById(ELEMENT_IDS.list)?.scrollTop ?? 0)
  const isWriting = document.activeElement?.id === ELEMENT_IDS.replyField
  const sealedTag = tag === null ? null : sealer.sealLabel(tag)
  return { workspaceId, isAll: acting !== null, screen, name, channel, tag: sealedTag, selectedId, listTop, isWriting }
}

async function restorePlace(db: Database, sealer: TagSealer, place: KeptPlace): Promise<void> {
  const { screen, name, channel, selectedId, isWriting, isAll, workspaceId } = place
  const tag = place.tag === null ? null : (sealer.openLabel(place.tag) ?? null)
  // The conversation may have been discarded, or cleared from this device.
  const isHere = selectedId !== null && (await isOnDevice(db, selectedId))
  const acting = isAll && screen === 'inbox' ? workspaceId : null
  useView.setState({ screen, name, channel, tag, acting, selectedId: isHere ? selectedId : null })
  if (screen !== 'inbox') return
  if (isHere && isWriting) askForField(selectedId, 'reply')
  scrollOnceDrawn(place, performance.now() + MAX_WAIT_MS)
}

/** Only the view. A place that cannot be read is none. */
async function lastPlaceOf(db: Database): Promise<string | null> {
  const [read] = await Promise.allSettled([readLastPlace(db)])
  return read.status === 'fulfilled' ? viewOnly(read.value) : null
}

async function isOnDevice(db: Database, conversationId: string): Promise<boolean> {
  const [rows, ops] = await Promise.all([
    db.conversations.where('id').equals(conversationId).count(),
    db.outbox.where('conversationId').equals(conversationId).count(),
  ])
  return rows + ops > 0
}

/** Scrolls the list as soon as it is drawn, unless the user selects another conversation. */
function scrollOnceDrawn({ listTop, selectedId }: KeptPlace, until: number): void {
  const look = (): void => {
    const isLate = performance.now() > until
    if (useView.getState().selectedId !== selectedId) return
    const list = document.getElementById(ELEMENT_IDS.list)
    if (list !== null && (isLate || list.scrollHeight - list.clientHeight >= listTop)) list.scrollTop = listTop
    else if (!isLate) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
