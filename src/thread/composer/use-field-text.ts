import { useLayoutEffect, useState, type RefObject } from 'react'
import { findEdit } from '../../shared/text/text-edit.ts'
import { revealCaret } from '../../ui/insert-text.ts'
import { beginTextHistory, changeText, endComposition, redoText, type TextHistory, undoText } from './text-history.ts'

export type TextAreaRef = RefObject<HTMLTextAreaElement | null>

/** The text of a field that keeps its own text: React does not write into it, which would cost its undo, its caret and much time. */
export type FieldText = {
  /** As it is drawn. */
  readonly text: string
  /** As it is at this moment. */
  readonly read: () => string
  /** The field has changed by what was typed; false when it has not. */
  readonly take: (isComposing: boolean) => boolean
  readonly endComposition: () => void
  /** Puts another text into the field. `asStep`: undo brings the one before it back; else there is nothing to undo any more. */
  readonly show: (text: string, how: 'as step' | 'anew') => void
  /** False where there is nothing to undo, or to do again. */
  readonly go: (way: 'undo' | 'redo') => boolean
}

export function useFieldText(field: TextAreaRef, first: string): FieldText {
  const [text, setText] = useState(first)
  const [known] = useState(() => ({ current: beginTextHistory(first) }))

  const become = (next: TextHistory): void => {
    known.current = next
    setText(next.text)
  }
  useLayoutEffect(() => {
    if (field.current !== null) writeInto(field.current, known.current.text)
  }, [field, known])

  return {
    text,
    read: () => known.current.text,
    take(isComposing) {
      const element = field.current
      if (element === null || element.value === known.current.text) return false
      const change = { text: element.value, caret: element.selectionEnd, at: Date.now(), isComposing }
      become(changeText(known.current, change))
      return true
    },
    endComposition() {
      known.current = endComposition(known.current)
    },
    show(shown, how) {
      become(
        how === 'anew'
          ? beginTextHistory(shown)
          : changeText({ ...known.current, open: null }, { text: shown, caret: shown.length, at: 0 }),
      )
      if (field.current !== null) writeInto(field.current, shown)
    },
    go(way) {
      const done = (way === 'undo' ? undoText : redoText)(known.current)
      if (done === null) return false
      become(done.history)
      const element = field.current
      if (element === null) return true
      const { at, removed, inserted } = done.edit
      element.setRangeText(inserted, at, at + removed.length, 'end')
      element.setSelectionRange(at + inserted.length, at + inserted.length)
      revealCaret(element)
      return true
    },
  }
}

/** Writes only the part that differs, so that the caret and the scroll position stay. */
function writeInto(field: HTMLTextAreaElement, text: string): void {
  if (field.value === text) return
  const { at, removed, inserted } = findEdit(field.value, text, text.length)
  field.setRangeText(inserted, at, at + removed.length, 'preserve')
}
