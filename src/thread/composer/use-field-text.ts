import { useLayoutEffect, useState, type RefObject } from 'react'
import { findEdit } from '../../shared/text/text-edit.ts'
import { revealCaret } from '../../ui/insert-text.ts'
import { beginTextHistory, changeText, endComposition, redoText, type TextHistory, undoText } from './text-history.ts'

export type TextAreaRef = RefObject<HTMLTextAreaElement | null>

/** The text of an uncontrolled field. React must not write into it: that breaks undo, moves the caret and is slow. */
export type FieldText = {
  /** The rendered text. */
  readonly text: string
  /** The current text, ahead of rendering. */
  readonly read: () => string
  /** Records what the user typed; false when the text is unchanged. */
  readonly record: (isComposing: boolean) => boolean
  readonly endComposition: () => void
  /** Replaces the text. `as step` can be undone; `fresh` clears the history. */
  readonly show: (text: string, how: 'as step' | 'fresh') => void
  /** Undo or redo; false when there is nothing to do. */
  readonly step: (way: 'undo' | 'redo') => boolean
}

export function useFieldText(field: TextAreaRef, initial: string): FieldText {
  const [text, setText] = useState(initial)
  const [history] = useState(() => ({ current: beginTextHistory(initial) }))

  const apply = (next: TextHistory): void => {
    history.current = next
    setText(next.text)
  }
  useLayoutEffect(() => {
    if (field.current !== null) writeInto(field.current, history.current.text)
  }, [field, history])

  return {
    text,
    read: () => history.current.text,
    record(isComposing) {
      const element = field.current
      if (element === null || element.value === history.current.text) return false
      const change = { text: element.value, caret: element.selectionEnd, at: Date.now(), isComposing }
      apply(changeText(history.current, change))
      return true
    },
    endComposition() {
      history.current = endComposition(history.current)
    },
    show(shown, how) {
      apply(
        how === 'fresh'
          ? beginTextHistory(shown)
          : changeText({ ...history.current, open: null }, { text: shown, caret: shown.length, at: 0 }),
      )
      if (field.current !== null) writeInto(field.current, shown)
    },
    step(way) {
      const done = (way === 'undo' ? undoText : redoText)(history.current)
      if (done === null) return false
      apply(done.history)
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

/** Writes only the changed part, so that the caret and the scroll position stay. */
function writeInto(field: HTMLTextAreaElement, text: string): void {
  if (field.value === text) return
  const { at, removed, inserted } = findEdit(field.value, text, text.length)
  field.setRangeText(inserted, at, at + removed.length, 'preserve')
}
