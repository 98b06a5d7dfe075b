import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { onLate } from '../db/commit.ts'
import type { DraftRow } from '../db/database.ts'
import { readDraft } from '../db/queries.ts'
import { saveDraft } from '../outbox/drafts.ts'
import { reportUnsaved } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'
import { type DraftText, makeDraftKeeper } from './draft-keeper.ts'
import { leaveDraft } from './left-drafts.ts'
import { usePast } from './use-past.ts'

export type Draft = {
  readonly text: string
  /** The last save failed: what is typed would not survive a crash. */
  readonly isAtRisk: boolean
  readonly type: (text: string) => void
  /** Puts other words in their place, and these among the earlier versions. */
  readonly replace: (text: string) => void
  /** Keeps the caret's place too, when leaving. */
  readonly flush: () => void
  /** Runs what ends the draft (sending it) and clears the composer of these words once it has come true. */
  readonly spend: (end: (text: string, caret: number) => Promise<void>) => Promise<void>
  /** Runs what rewrites the draft in the database and takes up the outcome, with its caret. */
  readonly reread: (rewrite: () => Promise<void>) => Promise<void>
}

type Field = RefObject<HTMLTextAreaElement | null>

/** The words of one conversation's composer: on screen at once, on this device at every keystroke. */
export function useDraft(conversationId: string, kept: DraftRow | undefined, field: Field): Draft {
  const { db } = useWorkspace()
  const [text, setText] = useState(kept?.text ?? '')
  const [isAtRisk, setAtRisk] = useState(false)
  // A new object each time: the same place can be asked for twice.
  const [place, setPlace] = useState<{ readonly caret: number } | null>(null)
  const newest = useRef(text)
  // Also after the composer is gone: without a database there is none, and these words are nowhere else.
  const tellTrouble = (isFailing: boolean): void => {
    setAtRisk(isFailing)
    reportUnsaved(conversationId, isFailing && newest.current !== '' ? newest.current : null)
  }
  const past = usePast(text)
  const [keeper] = useState(() =>
    makeDraftKeeper(
      (draft) => past.carry((earlier) => saveDraft(db, { conversationId, ...draft, earlier })),
      tellTrouble,
    ),
  )
  const given = useRef<DraftText>({ text, caret: kept?.caret ?? 0 })

  const show = (words: string): void => {
    newest.current = words
    setText(words)
  }
  const keep = (): void => {
    given.current = { text: newest.current, caret: field.current?.selectionEnd ?? newest.current.length }
    keeper.keep(given.current)
  }
  const flush = (): void => {
    const hasMoved =
      newest.current !== '' && field.current !== null && field.current.selectionEnd !== given.current.caret
    if (newest.current !== given.current.text || hasMoved) keep()
  }
  /** Whatever was typed meanwhile is the beginning of the next message. */
  const takeAway = (spent: string): void => {
    const rest = newest.current.startsWith(spent) ? newest.current.slice(spent.length) : newest.current
    show(rest)
    past.begin(rest)
    given.current = { text: rest, caret: rest.length }
  }
  useEffect(() => {
    if (place === null) return
    field.current?.focus()
    field.current?.setSelectionRange(place.caret, place.caret)
  }, [field, place])
  useCaret(field, kept?.caret ?? null)
  useFlushOnLeaving(flush, () => leaveDraft(conversationId, keeper.settle()))

  return {
    text,
    isAtRisk,
    flush,
    type(words) {
      past.change(words)
      show(words)
      keep()
    },
    replace(words) {
      past.putAway(words)
      show(words)
      given.current = { text: words, caret: words.length }
      keeper.keep(given.current)
      setPlace({ caret: words.length })
    },
    async spend(end) {
      const spent = newest.current
      const caret = field.current?.selectionEnd ?? spent.length
      await keeper.hold()
      try {
        await end(spent, caret)
      } catch (error) {
        keeper.release({ text: newest.current, caret: newest.current.length })
        // Given up for lost and sent all the same: the words must not stay to be sent again.
        onLate(error, () => {
          takeAway(spent)
          keeper.keep(given.current)
        })
        throw error
      }
      takeAway(spent)
      keeper.release(newest.current === '' ? null : given.current)
    },
    async reread(rewrite) {
      await keeper.hold()
      try {
        await rewrite()
        const { text: words, caret } = (await readDraft(db, conversationId)) ?? { text: '', caret: 0 }
        past.change(words)
        given.current = { text: words, caret }
        show(words)
        setPlace({ caret })
      } finally {
        keeper.release(null)
      }
    },
  }
}

/** The caret comes back to where it was, without taking the focus. */
function useCaret(field: Field, caret: number | null): void {
  const first = useRef(caret)
  useLayoutEffect(() => {
    const element = field.current
    if (element === null || first.current === null) return
    element.setSelectionRange(first.current, first.current)
    element.scrollTop = element.scrollHeight
    first.current = null
  }, [field])
}

/** The last words must not hang on a timer: they are kept when the conversation or the window is left. */
function useFlushOnLeaving(flush: () => void, onLeft: () => void): void {
  const newest = useRef({ flush, onLeft })
  useEffect(() => {
    newest.current = { flush, onLeft }
  })
  useLayoutEffect(() => {
    const onPageHide = (): void => newest.current.flush()
    window.addEventListener('pagehide', onPageHide)
    return () => {
      window.removeEventListener('pagehide', onPageHide)
      newest.current.flush()
      newest.current.onLeft()
    }
  }, [])
}
