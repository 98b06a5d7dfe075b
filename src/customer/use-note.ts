import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { readNote } from '../db/customer-queries.ts'
import { saveNote } from '../db/notes.ts'
import { useWorkspace } from '../workspace.tsx'

type NoteDraft = {
  /** Null while it is being read. */
  readonly text: string | null
  /** The last save failed; the words are still here, and the next keystroke tries again. */
  readonly isAtRisk: boolean
  readonly type: (text: string) => void
  readonly flush: () => void
}

/** So long after a keystroke, ms, and at once when the field or the customer is left. */
const SAVE_MS = 300

/** One customer's note. Read once: from then on the newest words are here. */
export function useNote(keys: readonly string[]): NoteDraft {
  const { db } = useWorkspace()
  const [text, setText] = useState<string | null>(null)
  const [isAtRisk, setAtRisk] = useState(false)
  const newest = useRef(keys)
  const unsaved = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    newest.current = keys
  })
  useEffect(() => {
    let isCurrent = true
    const show = (note: string | null): void => {
      if (isCurrent) setText((typed) => typed ?? note ?? '')
    }
    readNote(db, newest.current).then(show, () => setAtRisk(true))
    return () => {
      isCurrent = false
    }
  }, [db])

  const flush = (): void => {
    clearTimeout(timer.current)
    const words = unsaved.current
    if (words === null) return
    unsaved.current = null
    saveNote(db, { keys: newest.current, text: words }).then(
      () => setAtRisk(false),
      () => {
        unsaved.current ??= words
        setAtRisk(true)
      },
    )
  }
  useFlushOnLeaving(flush)
  return {
    text,
    isAtRisk,
    flush,
    type(words) {
      setText(words)
      unsaved.current = words
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, SAVE_MS)
    },
  }
}

function useFlushOnLeaving(flush: () => void): void {
  const newest = useRef(flush)
  useEffect(() => {
    newest.current = flush
  })
  useLayoutEffect(() => {
    const leave = (): void => newest.current()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
}
