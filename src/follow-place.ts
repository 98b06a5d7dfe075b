import type { Database } from './db/database.ts'
import { readLastPlace, saveLastPlace } from './db/last-place.ts'
import type { Sealer } from './db/sealing/sealer.ts'
import { type KeptPlace, readPlace, viewOnly, writePlace } from './kept-place.ts'
import { useView } from './view.ts'
import { askForField } from './view-field.ts'
import { ELEMENT_IDS } from './ui/element-ids.ts'

const STORED_AS = 'place'
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

/** Stores what the user looks at in this workspace, and restores it after a reload and at the next start. */
export function followPlace(workspaceId: string, sealer: TagSealer, storage: Storage): FollowedPlace {
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
    storage.setItem(STORED_AS, now)
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
    if (returns > 0) storage.setItem(STORED_AS, stored)
  }, PROVEN_MS)
  const unsubscribe = useView.subscribe(storeSoon)
  document.addEventListener('scroll', onScroll, { capture: true, passive: true })
  document.addEventListener('focusin', storeSoon)

  return {
    async restore(db) {
      database = db
      // A new session: the app has started.
      const isFirst = storage.getItem(STORED_AS) === null
      const kept = readPlace(isFirst ? await lastPlaceOf(db) : storage.getItem(STORED_AS), workspaceId)
      if (kept !== null) {
        returns = kept.returns + 1
        stored = writePlace(kept.place, 0)
        storage.setItem(STORED_AS, writePlace(kept.place, returns))
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
      if (isFollowing && returns > 0) storage.setItem(STORED_AS, stored)
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
  const { screen, name, channel, tag, selectedId } = useView.getState()
  const listTop = Math.round(document.getElementById(ELEMENT_IDS.list)?.scrollTop ?? 0)
  const isWriting = document.activeElement?.id === ELEMENT_IDS.replyField
  const sealedTag = tag === null ? null : sealer.sealLabel(tag)
  return { workspaceId, screen, name, channel, tag: sealedTag, selectedId, listTop, isWriting }
}

async function restorePlace(db: Database, sealer: TagSealer, place: KeptPlace): Promise<void> {
  const { screen, name, channel, selectedId, isWriting } = place
  const tag = place.tag === null ? null : (sealer.openLabel(place.tag) ?? null)
  // The conversation may have been discarded, or cleared from this device.
  const isHere = selectedId !== null && (await isOnDevice(db, selectedId))
  useView.setState({ screen, name, channel, tag, selectedId: isHere ? selectedId : null })
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
