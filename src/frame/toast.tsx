import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { focusAgain, focusFront } from '../commands/panes.ts'
import { undoNamed } from '../commands/undo.ts'
import type { Op } from '../db/op.ts'
import type { UndoStep } from '../db/undo-journal.ts'
import { text } from '../strings/text.ts'
import { shownMs } from '../view/toast-order.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useView } from '../view/view.ts'
import { hideToast } from '../view/toasts.ts'
import type { Toast } from '../view/toast-order.ts'
import { useOutboxFeed, useWorkspace } from '../workspace.tsx'
import { piecesOf } from './name-pieces.ts'

/** The toast that was last put on screen. One that moves to another place, because the layout has changed, isn't announced again. */
let drawnRound = 0

/**
 * The place of toasts in a pane. It takes room in the layout and so covers nothing. The text is announced once. While the pointer or the
 * focus is on it, the toast stays. Escape in it dismisses it.
 */
export function ToastPlace({ className }: { readonly className?: string | undefined }) {
  const place = useRef<HTMLElement>(null)
  const toast = useDrawnToast()
  const before = useRef<Element | null>(null)
  const [isHovered, setHovered] = useState(false)
  const [isFocused, setFocused] = useState(false)
  // A button that had the focus may be gone with the toast before.
  useLayoutEffect(() => setFocused(place.current?.contains(document.activeElement) === true), [toast])
  useTimeout(toast, isHovered || isFocused)

  const dismiss = (): void => {
    hideToast()
    if (isFocused) focusAgain(before.current)
  }
  const onFocus = ({ relatedTarget }: FocusEvent): void => {
    setFocused(true)
    if (relatedTarget === null || !place.current?.contains(relatedTarget)) before.current = relatedTarget
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    dismiss()
  }
  return (
    <section
      ref={place}
      aria-label={text('frame.notice')}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={onFocus}
      onBlur={() => setFocused(false)}
      onKeyDown={onKeyDown}
      className={classNames('flex min-w-0 items-center gap-2', className)}
    >
      {/* Dialogs hide the rest of the window from assistive technology, but not what has this attribute. */}
      <div role="status" aria-live="polite" aria-atomic="true" className="min-w-0 flex-1">
        {/* The same text again is a new element, which is announced again. */}
        {toast !== null && <Line key={toast.round} toast={toast} />}
      </div>
      {toast !== null && toast.undo !== null && <UndoButton step={toast.undo} />}
      {toast?.tone === 'problem' && (
        <IconButton size="sm" label={text('frame.dismiss')} icon={<X size={14} />} onClick={dismiss} />
      )}
    </section>
  )
}

/** The toast of the view. A new one is drawn into the empty place first: only changes of what is drawn are announced. */
function useDrawnToast(): Toast | null {
  const toast = useView((view) => view.toast)
  const [isReady, setReady] = useState(() => toast === null || toast.round === drawnRound)
  useEffect(() => {
    setReady(true)
    if (isReady && toast !== null) drawnRound = toast.round
  }, [isReady, toast])
  return isReady ? toast : null
}

/** A toast that was interrupted stays at least this long again, ms. */
const MIN_LEFT_MS = 2_000

/** How long the toast on screen has left, ms. It goes on in another place when the layout or the view has changed. */
let clock: { readonly round: number; readonly leftMs: number } | null = null

/** Removes the toast when its time is over. The time stands still meanwhile: under the pointer or the focus, and behind a dialog. */
function useTimeout(toast: Toast | null, isHeld: boolean): void {
  const isAwaited = useView((view) => view.nextToast !== null)
  const isCovered = useView((view) => view.dialog !== 'none')
  useEffect(() => {
    if (toast === null || isHeld || isCovered) return
    const ms = shownMs(toast, { isAwaited })
    if (ms === null) return
    const leftMs = clock?.round === toast.round ? Math.min(clock.leftMs, ms) : ms
    const begunAt = performance.now()
    const timer = setTimeout(hideToast, leftMs)
    return () => {
      clearTimeout(timer)
      clock = { round: toast.round, leftMs: Math.max(MIN_LEFT_MS, leftMs - (performance.now() - begunAt)) }
    }
  }, [toast, isHeld, isCovered, isAwaited])
}

const TONES = {
  done: { icon: CircleCheck, colour: 'text-success' },
  note: { icon: Info, colour: 'text-faint' },
  problem: { icon: CircleAlert, colour: 'text-danger' },
} as const satisfies Record<Toast['tone'], unknown>

function Line({ toast }: { readonly toast: Toast }) {
  const { icon: Icon, colour } = TONES[toast.tone]
  return (
    <p className="flex animate-appear items-center gap-2 text-sm text-ink">
      <Icon size={14} aria-hidden="true" className={classNames('shrink-0', colour)} />
      {/* Only for the pointer: a screen reader says a title after the same text. */}
      <span
        onPointerEnter={({ currentTarget }) => {
          currentTarget.title = toast.text
        }}
        className="line-clamp-3 min-w-0 wrap-anywhere"
      >
        {piecesOf(toast.text, toast.names).map((piece, index) =>
          piece.isName ? (
            // A long name is cut, and never the verb after it.
            <bdi key={index} className="inline-block max-w-40 truncate align-bottom font-medium">
              {piece.text}
            </bdi>
          ) : (
            piece.text
          ),
        )}
      </span>
    </p>
  )
}

/** Undoes what the toast names. Its key is shown only while it would undo the same. */
function UndoButton({ step }: { readonly step: UndoStep }) {
  const open = useWorkspace()
  const undoKey = useShortcut('undo')
  const hasSentSince = useOutboxFeed((feed) => hasOtherSince(feed.ops() ?? [], step))
  const undoneId = useRef<string | null>(null)
  const undo = (): void => {
    // The second press of a double click would say that nothing is left to undo.
    if (undoneId.current === step.stepId) return
    undoneId.current = step.stepId
    // The button disappears. The conversation that comes back is selected in the list.
    focusFront()
    void undoNamed(open, step)
  }
  return (
    <Button size="sm" shortcut={hasSentSince ? undefined : undoKey} onClick={undo}>
      {text('frame.undo')}
    </Button>
  )
}

/** A later message can be taken back, which the undo key would do first. The message that the step goes with is no other one. */
function hasOtherSince(ops: readonly Op[], { stepId, doneAt }: UndoStep): boolean {
  const ownId = ops.find(({ id }) => id === stepId)?.follows
  return ops.some((op) => op.state === 'held' && op.intent.kind === 'send' && op.createdAt > doneAt && op.id !== ownId)
}
