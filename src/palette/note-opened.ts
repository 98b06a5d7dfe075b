import { useEffect } from 'react'
import type { After } from '../db/commit-watch.ts'
import { callLater } from '../db/commit-watch.ts'
import { noteOpened } from '../db/recently-opened.ts'
import { useView } from '../view/view.ts'
import type { View } from '../view/view-state.ts'
import { useWorkspace } from '../workspace.tsx'

/** A conversation counts as opened after this time on screen, ms: those that J and K only pass do not. */
const OPENED_AFTER_MS = 2_000

type Selection = Pick<View, 'acting' | 'selectedId'>

/** Calls `note` with each conversation that stays selected. Returns the function that ends it. */
export function followOpened(
  view: {
    readonly getState: () => Selection
    readonly subscribe: (listener: (now: Selection, before: Selection) => void) => () => void
  },
  note: (conversationId: string) => void,
  after: After,
): () => void {
  let cancel = (): void => {}
  const wait = ({ selectedId }: Selection): void => {
    cancel()
    cancel = selectedId === null ? () => {} : after(OPENED_AFTER_MS, () => note(selectedId))
  }
  wait(view.getState())
  const unsubscribe = view.subscribe((now, before) => {
    if (now.selectedId !== before.selectedId || now.acting !== before.acting) wait(now)
  })
  return () => {
    cancel()
    unsubscribe()
  }
}

/** Remembers the opened conversations, for the palette. They are optional: a failed write is reported by its watch alone. */
export function useNoteOpened(): void {
  const { db } = useWorkspace()
  useEffect(
    () => followOpened(useView, (id) => void Promise.allSettled([noteOpened(db, id, Date.now())]), callLater),
    [db],
  )
}
