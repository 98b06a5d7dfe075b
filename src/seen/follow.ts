import { liveQuery } from 'dexie'
import type { Database } from '../db/database.ts'
import { isPaneShown } from '../view/layout.ts'
import { countPicked } from '../catalogue/picked.ts'
import { readUnreadness, type Unreadness } from '../db/unreadness.ts'
import { markAnswered, markSeen, nameSeen } from '../outbox/seen.ts'
import { useView } from '../view/view.ts'
import type { View } from '../view/view-state.ts'
import { type ReadingState, isReading, isSeenByReply, seenInMs } from './decide.ts'
import type { ReadTiming } from './settings.ts'

type Options = {
  readonly db: Database
  readonly readTiming: () => ReadTiming
  readonly isFocused: () => boolean
  /** Called when the window gains or loses the focus. Returns a function that stops listening. */
  readonly onFocusChange: (listener: () => void) => () => void
  /** Monotonic, ms. */
  readonly elapsed: () => number
  readonly after: (ms: number, then: () => void) => () => void
}

/** Marks the conversation on screen as read when it has been there for the time in the user's settings. */
export function followSeen(options: Options): () => void {
  const { onFocusChange } = options
  let watch = watchConversation(options, useView.getState().selectedId)
  const stops = [
    onFocusChange(() => watch.update()),
    useView.subscribe((view, before) => {
      if (view.selectedId !== before.selectedId) {
        watch.stop()
        watch = watchConversation(options, view.selectedId)
      } else if (isLookChanged(view, before)) watch.update()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    watch.stop()
  }
}

function isLookChanged(view: View, before: View): boolean {
  return (
    view.picked !== before.picked ||
    view.dialog !== before.dialog ||
    isPaneShown(view, 'thread') !== isPaneShown(before, 'thread')
  )
}

/** A reply was sent, so the user has read the conversation. */
export async function noteReply(
  db: Database,
  reply: { readonly conversationId: string; readonly content: string },
  timing: ReadTiming,
): Promise<void> {
  if (isSeenByReply(timing)) await markAnswered(db, reply)
}

type ConversationWatch = { readonly update: () => void; readonly stop: () => void }

/** Watches one conversation while it is selected. */
function watchConversation(
  { db, readTiming, isFocused, elapsed, after }: Options,
  conversationId: string | null,
): ConversationWatch {
  let unreadness: Unreadness | null = null
  let markedWhenOpened: number | null = null
  let onScreenSinceMs: number | null = null
  let cancel = (): void => {}

  function update(): void {
    cancel()
    const shown = useView.getState()
    const view = {
      isFocused: isFocused(),
      isPicking: countPicked(shown.picked) > 0,
      isCovered: shown.dialog !== 'none' || !isPaneShown(shown, 'thread'),
    }
    if (conversationId === null || unreadness === null) return
    if (!isReading(view)) {
      onScreenSinceMs = null
      return
    }
    onScreenSinceMs ??= elapsed()
    const unread = unreadOf(unreadness, markedWhenOpened)
    const inMs = seenInMs({ ...view, timing: readTiming(), unread, onScreenMs: elapsed() - onScreenSinceMs })
    if (inMs === 0) void markSeen(db, { conversationId, markedAt: markedWhenOpened })
    else if (inMs !== null) cancel = after(inMs, update)
  }

  function onUnreadness(current: Unreadness): void {
    if (unreadness === null) markedWhenOpened = current.markedAt
    // For a new message, the time on screen starts again.
    if (unreadness?.words !== current.words) onScreenSinceMs = null
    unreadness = current
    if (current.isVague && conversationId !== null) void nameSeen(db, conversationId)
    update()
  }

  const query =
    conversationId === null ? null : liveQuery(() => readUnreadness(db, conversationId)).subscribe(onUnreadness)
  return {
    update,
    stop() {
      cancel()
      query?.unsubscribe()
    },
  }
}

function unreadOf({ isUnread, markedAt }: Unreadness, markedWhenOpened: number | null): ReadingState['unread'] {
  if (markedAt !== null) return markedAt === markedWhenOpened ? 'marked before' : 'marked since'
  return isUnread ? 'message' : 'nothing'
}
