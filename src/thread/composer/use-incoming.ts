import { useState, type ClipboardEvent, type DragEvent, type RefObject } from 'react'
import { fitsInMessage } from '../../shared/text/outgoing-text.ts'
import { insertText } from '../../ui/insert-text.ts'
import { plainText } from './plain-text.ts'

type Incoming = {
  /** The length of a text that was refused as too long; null after the next change. */
  readonly refusedLength: number | null
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  readonly onDrop: (event: DragEvent<HTMLTextAreaElement>) => void
  /** Replaces the selection; false when the text is too long. */
  readonly insert: (text: string) => boolean
}

/** Pasted, dropped and inserted text. A text that is too long is refused, not cut. */
export function useIncoming(field: RefObject<HTMLTextAreaElement | null>, text: string): Incoming {
  // Keeps the text it was refused for, so that the error disappears when the text changes.
  const [refusal, setRefusal] = useState<{ readonly length: number; readonly text: string } | null>(null)
  const refuseTooLong = (incoming: string): boolean => {
    const element = field.current
    if (element === null) return true
    const { value, selectionStart, selectionEnd } = element
    if (fitsInMessage(value.length - (selectionEnd - selectionStart) + incoming.length)) return false
    setRefusal({ length: incoming.length, text: value })
    return true
  }
  const insert = (incoming: string): boolean => {
    if (field.current === null || refuseTooLong(incoming)) return false
    setRefusal(null)
    insertText(field.current, incoming)
    return true
  }
  return {
    refusedLength: refusal !== null && refusal.text === text ? refusal.length : null,
    insert,
    onPaste(event) {
      const pasted = event.clipboardData.getData('text/plain')
      // Files and pictures, which the browser ignores in a text field.
      if (pasted === '') return
      event.preventDefault()
      insert(plainText(pasted))
    },
    onDrop(event) {
      if (refuseTooLong(event.dataTransfer.getData('text/plain'))) event.preventDefault()
    },
  }
}
