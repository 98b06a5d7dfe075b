import { useEffect, useRef, useState } from 'react'
import { readNote } from '../db/customer-queries.ts'
import { saveNote } from '../db/notes.ts'
import { useSaveOnLeaving } from '../ui/use-save-on-leaving.ts'
import { useWorkspace } from '../workspace.tsx'

type NoteDraft = {
  /** Null while it is being read. */
  readonly text: string | null
  /** The last save failed. The text is still in the field, and the next keystroke tries again. */
  readonly isAtRisk: boolean
  readonly type: (text: string) => void
  readonly flush: () => void
}

/** Delay between a keystroke and the save, ms. Leaving the field or the customer saves at once. */
const SAVE_MS = 300

/** One customer's note. It is read once; afterwards this state is newer than the database. */
export function useNote(keys: readonly string[]): NoteDraft {
  const { db } = useWorkspace()
  const [shown, setText] = useState<string | null>(null)
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
      if (isCurrent) setText((current) => current ?? note ?? '')
    }
    readNote(db, newest.current).then(show, () => setAtRisk(true))
    return () => {
      isCurrent = false
    }
  }, [db])

  const flush = async (): Promise<void> => {
    clearTimeout(timer.current)
    const text = unsaved.current
    if (text === null) return
    unsaved.current = null
    await saveNote(db, { keys: newest.current, text }).then(
      () => setAtRisk(false),
      () => {
        unsaved.current ??= text
        setAtRisk(true)
      },
    )
  }
  useSaveOnLeaving(flush)
  return {
    text: shown,
    isAtRisk,
    flush: () => void flush(),
    type(typed) {
      setText(typed)
      unsaved.current = typed
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), SAVE_MS)
    },
  }
}
