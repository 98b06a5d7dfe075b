import { insertText } from '../../ui/insert-text.ts'
import { openDialog, useView } from '../../view/view.ts'
import { afterNextFrame, fieldInOverlay, isFocusInOverlay, isOverlayDrawn } from './dom.ts'

/**
 * Keeps what the user types between a request for a dialog and its first drawing, which takes some frames after a start. The text then goes
 * into the field that has the focus in the dialog. A dialog without such a field gets nothing: no button is pressed.
 */
export type ComingDialog = {
  /** A dialog was requested, and has not got the focus and the typed text yet. */
  readonly isComing: () => boolean
  /** What was typed for it so far. */
  readonly text: () => string
  readonly keep: (text: string) => void
  /** Closes the dialog that was requested, before it is drawn. */
  readonly giveUp: () => void
  /** The user has clicked: what was typed is no longer wanted. */
  readonly forget: () => void
  readonly stop: () => void
}

type Field = HTMLInputElement | HTMLTextAreaElement

/** After this number of frames, a dialog that is drawn without taking the focus gets the keys as usual. */
const MAX_FRAMES_DRAWN = 10

export function followDialogs(): ComingDialog {
  let isRequested = false
  let typed = ''
  let framesDrawn = 0
  let isLooking = false
  let isTyping = false

  const forget = (): void => {
    typed = ''
  }
  const end = (): void => {
    isRequested = false
    forget()
  }
  const lookAgain = (): void => {
    if (isLooking) return
    isLooking = true
    afterNextFrame(() => {
      isLooking = false
      look()
    })
  }
  const look = (): void => {
    if (!isRequested) return
    if (!isFocusInOverlay()) {
      framesDrawn += isOverlayDrawn() ? 1 : 0
      return framesDrawn > MAX_FRAMES_DRAWN ? end() : lookAgain()
    }
    const field = fieldInOverlay()
    if (field === null || typed === '') return end()
    const piece = firstPiece(field, typed)
    typed = typed.slice(piece.length)
    isTyping = true
    typePiece(field, piece)
    isTyping = false
    // The dialog draws what it was given before it gets the rest.
    lookAgain()
  }
  const unsubscribe = useView.subscribe(({ dialog }, before) => {
    if (dialog === before.dialog) return
    end()
    isRequested = dialog !== 'none'
    framesDrawn = 0
    if (isRequested) lookAgain()
  })
  return {
    isComing: () => isRequested && !isTyping && (typed !== '' || !isFocusInOverlay()),
    text: () => typed,
    keep(text) {
      typed = text
    },
    giveUp: () => openDialog('none'),
    forget,
    stop: unsubscribe,
  }
}

/** The first line, or the Enter after it. A field of several lines takes everything at once. */
function firstPiece(field: Field, typed: string): string {
  if (field instanceof HTMLTextAreaElement) return typed
  return /^(?:\n|[^\n]+)/.exec(typed)?.[0] ?? typed
}

function typePiece(field: Field, piece: string): void {
  if (piece === '\n' && !(field instanceof HTMLTextAreaElement)) pressEnter(field)
  else insertText(field, piece)
}

/** As a browser does: a press that no one handles submits the form. */
function pressEnter(field: Field): void {
  const press = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true })
  if (field.dispatchEvent(press)) field.form?.requestSubmit()
}
