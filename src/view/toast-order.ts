import type { UndoStep } from '../db/undo-journal.ts'

/** Toasts are shown one at a time: the newest replaces the one before, unless that one is a problem that the user couldn't read yet. */

/** A message about an action. */
export type Toast = {
  readonly text: string
  /** Names and tags in `text`, as they are there. Long ones are cut where they are shown. */
  readonly names: readonly string[]
  /** `done`: something was changed. `problem`: the user's action failed in whole or in part. */
  readonly tone: 'done' | 'note' | 'problem'
  /** The step that the message names, which its button undoes; null for no button. */
  readonly undo: UndoStep | null
  /** Changes when the same text is shown again. */
  readonly round: number
  /** Epoch ms. */
  readonly shownAt: number
}

type Toasts = { readonly toast: Toast | null; readonly nextToast: Toast | null }

/** Time to notice a toast, ms. */
const NOTICING_MS = 2_000
/** A slow reader's time for a character, ms: 200 words a minute. */
const CHARACTER_MS = 60
const MIN_SHOWN_MS = 5_000
/** Long enough to decide on undo, ms. Undo still works afterwards. */
const MIN_UNDOABLE_MS = 10_000

/** How long a text takes to read, ms. */
export function readingMs({ text }: Pick<Toast, 'text'>): number {
  return NOTICING_MS + CHARACTER_MS * text.length
}

/**
 * How long the toast is shown without interruptions, ms; null when the user dismisses it. A problem stays, but no longer than its reading time
 * when another toast waits for its place.
 */
export function shownMs(toast: Toast, { isAwaited }: { readonly isAwaited: boolean }): number | null {
  if (isAwaited) return readingMs(toast)
  if (toast.tone === 'problem') return null
  return Math.max(toast.undo === null ? MIN_SHOWN_MS : MIN_UNDOABLE_MS, readingMs(toast))
}

/** The toasts after another one is to be shown. `shownAt` of the new one is the time now. */
export function withToast({ toast }: Toasts, added: Toast): Toasts {
  const isUnread = toast?.tone === 'problem' && added.shownAt < toast.shownAt + readingMs(toast)
  return isUnread && added.tone !== 'problem' ? { toast, nextToast: added } : { toast: added, nextToast: null }
}

/** The toasts after the one on screen has gone. `now` is epoch ms. */
export function withoutToast({ nextToast }: Toasts, now: number): Toasts {
  return { toast: nextToast === null ? null : { ...nextToast, shownAt: now }, nextToast: null }
}
