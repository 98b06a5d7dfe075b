import { insertText } from '../../ui/insert-text.ts'
import { openDialog, useView } from '../../view/view.ts'
import { afterNextFrame, canHaveFocus, fieldInOverlay, focusedField, isFocusInOverlay, isOverlayDrawn } from './dom.ts'

/**
 * Keeps what the user types between a request for a dialog and its first drawing, which takes some frames after a start. The text then goes
 * into the field that has the focus in the dialog. A dialog without such a field gets nothing: no button is pressed. When an Enter in the text
 * closes the dialog, the keys after it go where the focus returns.
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

/** A dialog that an Enter has closed gives the focus back within this number of frames; then the keys after it are dropped. */
const MAX_FRAMES_LEAVING = 60

/** After this number of frames, a dialog that is drawn without taking the focus gets the keys as usual. */
const MAX_FRAMES_DRAWN = 10

export function followDialogs(): ComingDialog {
  let isRequested = false
  let typed = ''
  let framesDrawn = 0
  let isLooking = false
  let isTyping = false
  /** An Enter for the dialog has closed it, and the keys after it wait for the focus. */
  let isLeaving = false
  let framesLeaving = 0

  const forget = (): void => {
    typed = ''
    isLeaving = false
  }
  const end = (): void => {
    isRequested = false
    forget()
  }
  const leave = (rest: string): void => {
    end()
    isLeaving = rest !== ''
    framesLeaving = 0
    typed = rest
    if (isLeaving) lookAgain()
  }
  const lookAgain = (): void => {
    if (isLooking) return
    isLooking = true
    afterNextFrame(() => {
      isLooking = false
      look()
    })
  }
  const pressRest = (): void => {
    framesLeaving += 1
    if (framesLeaving > MAX_FRAMES_LEAVING) return forget()
    if (isOverlayDrawn() || !isFocusAtRest()) return lookAgain()
    const rest = typed
    forget()
    // A key that opens a dialog, or asks for a field, keeps the keys after it for that one.
    for (const key of rest) pressKey(key)
  }
  const look = (): void => {
    if (isLeaving) return pressRest()
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
    if (dialog === 'none' && isTyping) return leave(typed)
    end()
    isRequested = dialog !== 'none'
    framesDrawn = 0
    if (isRequested) lookAgain()
  })
  return {
    isComing: () => isLeaving || (isRequested && !isTyping && (typed !== '' || !isFocusInOverlay())),
    text: () => typed,
    keep(text) {
      typed = text
    },
    giveUp() {
      forget()
      openDialog('none')
    },
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
  if (dispatchKey(field, 'Enter')) field.form?.requestSubmit()
}

/** Presses a key where the focus is: a command, or else text for a field. A button gets no Enter. */
function pressKey(typed: string): void {
  const isFree = dispatchKey(document.activeElement ?? document.body, typed === '\n' ? 'Enter' : typed)
  const field = focusedField()
  if (isFree && field !== null) typePiece(field, typed)
}

/** Returns false when the press was handled. */
function dispatchKey(target: Element, key: string): boolean {
  const code = key === 'Enter' ? { code: 'Enter' } : {}
  return target.dispatchEvent(new KeyboardEvent('keydown', { key, ...code, bubbles: true, cancelable: true }))
}

function isFocusAtRest(): boolean {
  const { activeElement, body } = document
  return activeElement !== null && activeElement !== body && canHaveFocus(activeElement)
}
