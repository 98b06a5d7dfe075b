import { liveQuery } from 'dexie'
import type { Database } from '../db/database.ts'
import { countPicked } from '../catalogue/picked.ts'
import { readUnreadness, type Unreadness } from '../db/unreadness.ts'
import { markAnswered, markSeen, nameSeen } from '../outbox/seen.ts'
import { useView } from '../view.ts'
import { type ReadingState, isReading, isSeenByReply, seenInMs } from './decide.ts'
import type { ReadTiming } from './settings.ts'

type Parts = {
  readonly db: Database
  readonly readTiming: () => ReadTiming
  readonly isFocused: () => boolean
  /** Called when the window gets or loses the focus. Gives the way to stop listening. */
  readonly onFocusChange: (listener: () => void) => () => void
  /** Monotonic, ms. */
  readonly elapsed: () => number
  readonly after: (ms: number, then: () => void) => () => void
}

/** Marks the conversation on screen as seen, once it has been looked at for as long as this person wants. */
export function followSeen(parts: Parts): () => void {
  const { onFocusChange } = parts
  let eye = openEye(parts, useView.getState().selectedId)
  const stops = [
    onFocusChange(() => eye.look()),
    useView.subscribe((view, before) => {
      if (view.selectedId !== before.selectedId) {
        eye.close()
        eye = openEye(parts, view.selectedId)
      } else if (view.picked !== before.picked || view.dialog !== before.dialog) eye.look()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    eye.close()
  }
}

/** An answer has been said: it was read before. */
export async function noteReply(
  db: Database,
  reply: { readonly conversationId: string; readonly content: string },
  timing: ReadTiming,
): Promise<void> {
  if (isSeenByReply(timing)) await markAnswered(db, reply)
}

type Eye = { readonly look: () => void; readonly close: () => void }

/** Follows one conversation for as long as it is selected. */
function openEye({ db, readTiming, isFocused, elapsed, after }: Parts, conversationId: string | null): Eye {
  let standing: Unreadness | null = null
  let markWhenOpened: number | null = null
  let sinceMs: number | null = null
  let cancel = (): void => {}

  function look(): void {
    cancel()
    const { picked, dialog } = useView.getState()
    const eye = { isFocused: isFocused(), isPicking: countPicked(picked) > 0, isCovered: dialog !== 'none' }
    if (conversationId === null || standing === null) return
    if (!isReading(eye)) {
      sinceMs = null
      return
    }
    sinceMs ??= elapsed()
    const unread = unreadOf(standing, markWhenOpened)
    const inMs = seenInMs({ ...eye, timing: readTiming(), unread, lookedMs: elapsed() - sinceMs })
    if (inMs === 0) void markSeen(db, { conversationId, markedAt: markWhenOpened })
    else if (inMs !== null) cancel = after(inMs, look)
  }

  function take(known: Unreadness): void {
    if (standing === null) markWhenOpened = known.markedAt
    // Other words begin to be looked at when they come.
    if (standing?.words !== known.words) sinceMs = null
    standing = known
    if (known.isVague && conversationId !== null) void nameSeen(db, conversationId)
    look()
  }

  const watch = conversationId === null ? null : liveQuery(() => readUnreadness(db, conversationId)).subscribe(take)
  return {
    look,
    close() {
      cancel()
      watch?.unsubscribe()
    },
  }
}

function unreadOf({ isUnread, markedAt }: Unreadness, markWhenOpened: number | null): ReadingState['unread'] {
  if (markedAt !== null) return markedAt === markWhenOpened ? 'marked before' : 'marked since'
  return isUnread ? 'words' : 'nothing'
}
