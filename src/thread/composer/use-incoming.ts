import { useState, type ClipboardEvent, type DragEvent, type RefObject } from 'react'
import { fitsInMessage } from '../../shared/text/outgoing-text.ts'
import { insertText } from '../../ui/insert-text.ts'
import { plainText } from './plain-text.ts'

type Incoming = {
  /** Characters of a text that was refused because a message cannot hold it; null after the next change. */
  readonly refused: number | null
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  readonly onDrop: (event: DragEvent<HTMLTextAreaElement>) => void
  /** Inserts it in place of the selection; false when it is too long. */
  readonly insert: (text: string) => boolean
}

/** Text that comes into the composer all at once. What is too long to send stays where it was: nothing is cut, and nothing is lost. */
export function useIncoming(field: RefObject<HTMLTextAreaElement | null>, text: string): Incoming {
  // By the text that it was refused for: the complaint goes as soon as that changes.
  const [refusal, setRefusal] = useState<{ readonly length: number; readonly text: string } | null>(null)
  const isRefused = (incoming: string): boolean => {
    const element = field.current
    if (element === null) return true
    const { value, selectionStart, selectionEnd } = element
    if (fitsInMessage(value.length - (selectionEnd - selectionStart) + incoming.length)) return false
    setRefusal({ length: incoming.length, text: value })
    return true
  }
  const insert = (incoming: string): boolean => {
    if (field.current === null || isRefused(incoming)) return false
    setRefusal(null)
    insertText(field.current, incoming)
    return true
  }
  return {
    refused: refusal !== null && refusal.text === text ? refusal.length : null,
    insert,
    onPaste(event) {
      const pasted = event.clipboardData.getData('text/plain')
      // Files and pictures: the browser ignores them in a text field.
      if (pasted === '') return
      event.preventDefault()
      insert(plainText(pasted))
    },
    onDrop(event) {
      if (isRefused(event.dataTransfer.getData('text/plain'))) event.preventDefault()
    },
  }
}
