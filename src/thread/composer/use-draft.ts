import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { onLate } from '../../db/commit.ts'
import type { DraftRow } from '../../db/rows.ts'
import { readDraft } from '../../db/queries.ts'
import { saveDraft } from '../../outbox/drafts.ts'
import type { OutgoingProblem } from '../../shared/text/outgoing-text.ts'
import { findEdit } from '../../shared/text/text-edit.ts'
import { reportUnsaved } from '../../view.ts'
import { useWorkspace } from '../../workspace.tsx'
import { type DraftText, makeDraftKeeper } from './draft-keeper.ts'
import { leaveDraft } from './left-drafts.ts'
import { type TextAreaRef, useFieldText } from './use-field-text.ts'
import { useDraftHistory } from './use-past.ts'

export type Draft = {
  readonly text: string
  /** As it is at this moment. */
  readonly read: () => string
  /** The last save failed: what is typed would not survive a crash. */
  readonly isAtRisk: boolean
  /** The field has changed by what was typed. */
  readonly type: (isComposing: boolean) => void
  readonly endComposition: () => void
  /** Puts another text in its place, and this one among the earlier versions. */
  readonly replace: (text: string) => void
  /** False where there is nothing to undo, or to do again. */
  readonly go: (way: 'undo' | 'redo') => boolean
  /** Saves the place of the caret too, when the field is left. */
  readonly flush: () => void
  /** The same, once the caret has rested for a moment. */
  readonly flushSoon: () => void
  /** Runs what ends the draft (sending it) and clears the composer of that text, unless it is refused. */
  readonly spend: (
    end: (text: string, caret: number) => Promise<OutgoingProblem | null>,
  ) => Promise<OutgoingProblem | null>
  /** Runs it now, or as soon as what is being sent has left the composer. */
  readonly whenSpent: (run: () => void) => void
  /** Runs what rewrites the draft in the database and shows the outcome, with its caret. */
  readonly reread: (rewrite: () => Promise<void>) => Promise<void>
}

/** How long the caret rests, ms, before its place is saved. */
const CARET_REST_MS = 400

/** The words of one conversation's composer: on screen at once, on this device at every keystroke. */
export function useDraft(conversationId: string, kept: DraftRow | undefined, field: TextAreaRef): Draft {
  const { db } = useWorkspace()
  const shown = useFieldText(field, kept?.text ?? '')
  const { text, read } = shown
  const [isAtRisk, setAtRisk] = useState(false)
  // A new object each time: the same place can be asked for twice.
  const [place, setPlace] = useState<{ readonly caret: number } | null>(null)
  // Also after the composer is gone: without a database there is none, and these words are nowhere else.
  const tellTrouble = (isFailing: boolean): void => {
    setAtRisk(isFailing)
    reportUnsaved(conversationId, isFailing && read() !== '' ? read() : null)
  }
  const past = useDraftHistory(text)
  const [keeper] = useState(() =>
    makeDraftKeeper(
      (draft) => past.carry((earlier) => saveDraft(db, { conversationId, ...draft, earlier })),
      tellTrouble,
    ),
  )
  const spending = useRef<Promise<unknown> | null>(null)
  const given = useRef<DraftText>({ text, caret: kept?.caret ?? 0 })

  const keep = (): void => {
    given.current = { text: read(), caret: field.current?.selectionEnd ?? read().length }
    keeper.keep(given.current)
  }
  const flush = (): void => {
    const hasMoved = read() !== '' && field.current !== null && field.current.selectionEnd !== given.current.caret
    if (read() !== given.current.text || hasMoved) keep()
  }
  /** What was typed meanwhile, wherever in the text, is the beginning of the next message. */
  const takeAway = (spent: string): void => {
    const rest = findEdit(spent, read(), field.current?.selectionEnd ?? read().length).inserted
    shown.show(rest, 'anew')
    past.begin(rest)
    given.current = { text: rest, caret: rest.length }
  }
  const spend: Draft['spend'] = async (end) => {
    const spent = read()
    const caret = field.current?.selectionEnd ?? spent.length
    const restore = (): void => keeper.release({ text: read(), caret: read().length })
    await keeper.hold()
    try {
      const problem = await end(spent, caret)
      if (problem !== null) {
        restore()
        return problem
      }
    } catch (error) {
      restore()
      // Given up for lost and sent all the same: the words must not stay to be sent again.
      onLate(error, () => {
        takeAway(spent)
        keeper.keep(given.current)
      })
      throw error
    }
    takeAway(spent)
    keeper.release(read() === '' ? null : given.current)
    return null
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
    read,
    isAtRisk,
    flush,
    flushSoon: useRested(flush),
    endComposition: shown.endComposition,
    type(isComposing) {
      if (!shown.take(isComposing)) return
      past.change(read())
      keep()
    },
    replace(words) {
      past.putAway(words)
      shown.show(words, 'as step')
      given.current = { text: words, caret: words.length }
      keeper.keep(given.current)
      setPlace({ caret: words.length })
    },
    go(way) {
      if (!shown.go(way)) return false
      past.change(read())
      keep()
      return true
    },
    spend(end) {
      const running = spend(end).finally(() => {
        if (spending.current === running) spending.current = null
      })
      spending.current = running
      return running
    },
    whenSpent(run) {
      if (spending.current === null) run()
      else void spending.current.then(run, run)
    },
    async reread(rewrite) {
      await keeper.hold()
      try {
        await rewrite()
        const { text: words, caret } = (await readDraft(db, conversationId)) ?? { text: '', caret: 0 }
        past.change(words)
        given.current = { text: words, caret }
        shown.show(words, 'anew')
        setPlace({ caret })
      } finally {
        keeper.release(null)
      }
    },
  }
}

/** Runs it once nothing has asked for it for a moment. */
function useRested(run: () => void): () => void {
  const newest = useRef(run)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    newest.current = run
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => newest.current(), CARET_REST_MS)
  }
}

/** The caret comes back to where it was, without taking the focus. */
function useCaret(field: TextAreaRef, caret: number | null): void {
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
