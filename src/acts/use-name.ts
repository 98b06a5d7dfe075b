import { useEffect, useState } from 'react'
import { showResult } from '../commands/bulk.ts'
import { changeConversations } from '../commands/change.ts'
import { BLANK_NAME } from '../commands/fields.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import { beginningOf } from '../shared/sane-values.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
import { text } from '../strings/text.ts'
import { useWorkspace } from '../workspace.tsx'
import { harmlessLine } from '../words/harmless-text.ts'

/** A longer name is shown cut, UTF-16 units. */
const MAX_SHOWN = 300

export type NameDraft = {
  readonly value: string
  readonly isChanged: boolean
  readonly error: string | null
  readonly type: (typed: string) => void
  readonly takeBack: () => void
  readonly save: () => Promise<void>
  /** Shows an error and returns true when the new name is empty or invisible. */
  readonly refuseEmpty: () => boolean
}

/** A customer's name while it is being changed. */
export function useName({ id, customerName }: Pick<ConversationSummary, 'id' | 'customerName'>): NameDraft {
  const { db } = useWorkspace()
  const known = beginningOf(customerName ?? '', MAX_SHOWN)
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const value = typed ?? known
  const newName = harmlessLine(value)
  // Keep the typed name until the database has the new one: otherwise the old name flashes.
  useEffect(() => setTyped(null), [known])

  const takeBack = (): void => {
    setTyped(null)
    setError(null)
  }
  return {
    value,
    isChanged: typed !== null,
    error,
    takeBack,
    type(newValue) {
      setTyped(newValue)
      setError(null)
    },
    async save() {
      // Save only a typed name: leaving the field must not rewrite an odd name from the server.
      if (typed === null || newName === '' || newName === known) return takeBack()
      if (!hasVisibleText(newName)) return setError(BLANK_NAME)
      const request = { field: 'name', valueFor: newName } as const
      const outcome = await changeConversations(db, { ...request, conversationIds: [id] })
      showResult(outcome, 1, request)
      if (outcome.problems.length > 0) setError(text('outbox.acts.nameNotSaved'))
    },
    refuseEmpty() {
      const isRefused = !hasVisibleText(newName) && (known !== '' || newName !== '')
      if (isRefused) setError(newName === '' ? text('outbox.acts.emptyName') : BLANK_NAME)
      return isRefused
    },
  }
}
