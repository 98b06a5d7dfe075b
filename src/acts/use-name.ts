import { useEffect, useState } from 'react'
import { changeConversations } from '../commands/change.ts'
import { BLANK_NAME } from '../commands/fields.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import { beginningOf } from '../shared/sane-values.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
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
  /** Says so and refuses, if there is a name and it would be lost. */
  readonly refuseEmpty: () => boolean
}

/** A customer's name while it is being changed. */
export function useName({ id, customerName }: Pick<ConversationSummary, 'id' | 'customerName'>): NameDraft {
  const { db } = useWorkspace()
  const known = beginningOf(customerName ?? '', MAX_SHOWN)
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const value = typed ?? known
  const wanted = harmlessLine(value)
  // What was typed stays until the new name has come round through the database: the old one would blink otherwise.
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
    type(words) {
      setTyped(words)
      setError(null)
    },
    async save() {
      // Only what was typed: a name that the server wrote oddly is not rewritten by leaving the field.
      if (typed === null || wanted === '' || wanted === known) return takeBack()
      if (!hasVisibleText(wanted)) return setError(BLANK_NAME)
      const { problems } = await changeConversations(db, { field: 'name', conversationIds: [id], valueFor: wanted })
      if (problems.length > 0) setError('The name could not be stored on this device')
    },
    refuseEmpty() {
      const isRefused = !hasVisibleText(wanted) && (known !== '' || wanted !== '')
      if (isRefused) setError(wanted === '' ? 'A name cannot be empty' : BLANK_NAME)
      return isRefused
    },
  }
}
