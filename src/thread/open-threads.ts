import type { ThreadView } from '../db/overlay.ts'
import type { DraftRow } from '../db/rows.ts'
import { keepSame } from './same-view.ts'

export type LoadedThread = {
  readonly conversationId: string
  /** Null when neither the server nor the outbox knows the conversation. */
  readonly view: ThreadView | null
  /** The draft when the thread was opened. Afterwards the composer is newer. */
  readonly draft: DraftRow | undefined
}

/** Where threads and drafts come from. */
export type ThreadSource = {
  /** Reads the thread, and again whenever it changes, until the returned function is called. Null as in `LoadedThread`. */
  readonly watch: (
    conversationId: string,
    onView: (view: ThreadView | null) => void,
    onError: (error: unknown) => void,
  ) => () => void
  /** The stored draft, after all that was typed before is stored. */
  readonly readDraft: (conversationId: string) => Promise<DraftRow | undefined>
}

/** The thread on screen, and the threads beside it in the list. */
export type OpenThreads = {
  /** Shows a conversation. The previous thread stays until this one and its draft are read. */
  readonly show: (conversationId: string) => void
  /** Reads the threads of these conversations, and keeps them until `keepOnly` is called without them. */
  readonly readAhead: (conversationIds: readonly string[]) => void
  /** Forgets all threads but these and the one on screen. */
  readonly keepOnly: (conversationIds: readonly string[]) => void
  /** Null before the first thread. The same object while nothing has changed. Throws what reading the shown thread threw. */
  readonly read: () => LoadedThread | null
  readonly subscribe: (listener: () => void) => () => void
  /** Ends all reading. `show` begins it again. */
  readonly close: () => void
}

/** Undefined until it is read. */
type Read<T> = { readonly value: T } | { readonly error: unknown } | undefined

type Feed = { thread: Read<ThreadView | null>; stop: () => void }

/**
 * Threads are watched from before they are shown, so that the next conversation needs no read but that of its draft. The draft is read
 * when its thread is shown, because it may have been typed a moment before.
 */
export function makeOpenThreads({ watch, readDraft }: ThreadSource): OpenThreads {
  const feeds = new Map<string, Feed>()
  const listeners = new Set<() => void>()
  let shown: { readonly id: string; draft: Read<DraftRow | undefined> } | null = null
  let state: { readonly value: LoadedThread | null } | { readonly error: unknown } = { value: null }

  function begin(id: string): void {
    if (feeds.has(id)) return
    const feed: Feed = { thread: undefined, stop: () => {} }
    feeds.set(id, feed)
    feed.stop = watch(
      id,
      (newest) => {
        const last = feed.thread !== undefined && 'value' in feed.thread ? feed.thread.value : null
        feed.thread = { value: newest === null ? null : keepSame(last, newest) }
        publish()
      },
      (error) => {
        feed.thread = { error }
        publish()
      },
    )
  }

  function publish(): void {
    if (shown === null) return
    const thread = feeds.get(shown.id)?.thread
    const { id: conversationId, draft } = shown
    if (thread !== undefined && 'error' in thread) return set(thread)
    if (draft !== undefined && 'error' in draft) return set(draft)
    if (thread === undefined || draft === undefined) return
    const last = 'value' in state ? state.value : null
    if (last?.conversationId === conversationId && last.view === thread.value) return
    set({ value: { conversationId, view: thread.value, draft: draft.value } })
  }

  function set(next: typeof state): void {
    state = next
    for (const listener of listeners) listener()
  }

  function keepOnly(ids: readonly string[]): void {
    for (const [id, feed] of feeds) {
      if (id === shown?.id || ids.includes(id)) continue
      feeds.delete(id)
      feed.stop()
    }
  }

  return {
    show(id) {
      if (id === shown?.id) return
      const opened: NonNullable<typeof shown> = { id, draft: undefined }
      shown = opened
      const ahead = feeds.get(id)
      // What failed ahead of time is read anew.
      if (ahead?.thread !== undefined && 'error' in ahead.thread) {
        feeds.delete(id)
        ahead.stop()
      }
      begin(id)
      const settle = (draft: Read<DraftRow | undefined>): void => {
        opened.draft = draft
        // The user may have moved on meanwhile, and even come back.
        if (shown === opened) publish()
      }
      readDraft(id).then(
        (value) => settle({ value }),
        (error: unknown) => settle({ error }),
      )
    },
    readAhead(ids) {
      for (const id of ids) begin(id)
    },
    keepOnly,
    read() {
      if ('error' in state) throw state.error
      return state.value
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      shown = null
      keepOnly([])
    },
  }
}
