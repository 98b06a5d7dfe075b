import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { onLate } from '../../db/commit.ts'
import type { DraftRow } from '../../db/rows.ts'
import { readDraft } from '../../db/queries.ts'
import { saveDraft } from '../../outbox/drafts.ts'
import type { OutgoingProblem } from '../../shared/text/outgoing-text.ts'
import { findEdit } from '../../shared/text/text-edit.ts'
import { useSaveOnLeaving } from '../../ui/use-save-on-leaving.ts'
import { reportUnsaved } from '../../view/view.ts'
import { useWorkspace } from '../../workspace.tsx'
import { type DraftText, makeDraftKeeper } from './draft-keeper.ts'
import { leaveDraft } from './left-drafts.ts'
import { type TextAreaRef, useFieldText } from './use-field-text.ts'
import { useDraftHistory } from './use-past.ts'

export type Draft = {
  readonly text: string
  /** The current text, ahead of rendering. */
  readonly read: () => string
  /** The last save failed, so a crash would lose the text. */
  readonly isAtRisk: boolean
  /** Called after the user has typed into the field. */
  readonly type: (isComposing: boolean) => void
  readonly endComposition: () => void
  /** Replaces the text and keeps the current one as an earlier version. */
  readonly replace: (text: string) => void
  /** Undo or redo; false when there is nothing to do. */
  readonly step: (way: 'undo' | 'redo') => boolean
  /** Saves the text and the caret position at once. */
  readonly flush: () => void
  /** The same, after the caret has not moved for a moment. */
  readonly flushSoon: () => void
  /** Runs `end`, which sends the draft, and removes the text from the composer unless it is refused. */
  readonly spend: (
    end: (text: string, caret: number) => Promise<OutgoingProblem | null>,
  ) => Promise<OutgoingProblem | null>
  /** Runs it now, or after a running `spend` has ended. */
  readonly whenSpent: (run: () => void) => void
  /** Runs `rewrite`, which changes the draft in the database, and shows the result with its caret. */
  readonly reread: (rewrite: () => Promise<void>) => Promise<void>
}

/** Delay, ms, between the last caret movement and saving its position. */
const CARET_SAVE_DELAY_MS = 400

/** The draft of one conversation, saved on this device at every keystroke. */
export function useDraft(conversationId: string, saved: DraftRow | undefined, field: TextAreaRef): Draft {
  const { db } = useWorkspace()
  const shown = useFieldText(field, saved?.text ?? '')
  const { text, read } = shown
  const [isAtRisk, setAtRisk] = useState(false)
  // A new object each time, because the same position can be requested twice.
  const [wantedCaret, setWantedCaret] = useState<{ readonly caret: number } | null>(null)
  // Also after the composer has closed: if the save failed, the text exists nowhere else.
  const reportFailing = (isFailing: boolean): void => {
    setAtRisk(isFailing)
    reportUnsaved(conversationId, isFailing && read() !== '' ? read() : null)
  }
  const history = useDraftHistory(text)
  const [keeper] = useState(() =>
    makeDraftKeeper(
      (draft) => history.saveEarlier((earlier) => saveDraft(db, { conversationId, ...draft, earlier })),
      reportFailing,
    ),
  )
  const spending = useRef<Promise<unknown> | null>(null)
  const lastSaved = useRef<DraftText>({ text, caret: saved?.caret ?? 0 })

  const keep = (): void => {
    lastSaved.current = { text: read(), caret: field.current?.selectionEnd ?? read().length }
    keeper.keep(lastSaved.current)
  }
  const flush = (): void => {
    const hasCaretMoved =
      read() !== '' && field.current !== null && field.current.selectionEnd !== lastSaved.current.caret
    if (read() !== lastSaved.current.text || hasCaretMoved) keep()
  }
  /** Removes the sent text. Text that was typed meanwhile, anywhere in it, starts the next message. */
  const removeSpent = (spent: string): void => {
    const rest = findEdit(spent, read(), field.current?.selectionEnd ?? read().length).inserted
    shown.show(rest, 'fresh')
    history.begin(rest)
    lastSaved.current = { text: rest, caret: rest.length }
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
      // The send succeeded after its timeout, so the text must not stay to be sent again.
      onLate(error, () => {
        removeSpent(spent)
        keeper.keep(lastSaved.current)
      })
      throw error
    }
    removeSpent(spent)
    keeper.release(read() === '' ? null : lastSaved.current)
    return null
  }
  useEffect(() => {
    if (wantedCaret === null) return
    field.current?.focus()
    field.current?.setSelectionRange(wantedCaret.caret, wantedCaret.caret)
  }, [field, wantedCaret])
  useSavedCaret(field, saved?.caret ?? null)
  useSaveOnLeaving(() => {
    flush()
    const settled = keeper.settle()
    leaveDraft({ databaseName: db.name, conversationId }, settled)
    return settled
  })

  return {
    text,
    read,
    isAtRisk,
    flush,
    flushSoon: useCaretDelay(flush),
    endComposition: shown.endComposition,
    type(isComposing) {
      if (!shown.record(isComposing)) return
      history.change(read())
      keep()
    },
    replace(newText) {
      history.replace(newText)
      shown.show(newText, 'as step')
      lastSaved.current = { text: newText, caret: newText.length }
      keeper.keep(lastSaved.current)
      setWantedCaret({ caret: newText.length })
    },
    step(way) {
      if (!shown.step(way)) return false
      history.change(read())
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
        const { text: rewritten, caret } = (await readDraft(db, conversationId)) ?? { text: '', caret: 0 }
        history.change(rewritten)
        lastSaved.current = { text: rewritten, caret }
        shown.show(rewritten, 'fresh')
        setWantedCaret({ caret })
      } finally {
        keeper.release(null)
      }
    },
  }
}

/** Runs the function after a delay that restarts with each call. */
function useCaretDelay(run: () => void): () => void {
  const newest = useRef(run)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    newest.current = run
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => newest.current(), CARET_SAVE_DELAY_MS)
  }
}

/** Restores the saved caret without taking the focus. */
function useSavedCaret(field: TextAreaRef, caret: number | null): void {
  const first = useRef(caret)
  useLayoutEffect(() => {
    const element = field.current
    if (element === null || first.current === null) return
    element.setSelectionRange(first.current, first.current)
    element.scrollTop = element.scrollHeight
    first.current = null
  }, [field])
}
