import { useEffect, useState, type KeyboardEvent } from 'react'
import type { ConversationSummary } from '../db/overlay.ts'
import { renameCustomer } from '../outbox/commands.ts'
import { classNames } from '../ui/class-names.ts'
import { useWorkspace } from '../workspace.tsx'
import { harmlessLine } from './harmless-text.ts'

/** Longer names are pasted by accident. */
const LONGEST_NAME = 200

/** The customer's name, changed where it stands: Enter or leaving keeps it, Esc takes it back. */
export function NameField({ conversation }: { readonly conversation: ConversationSummary }) {
  const { db } = useWorkspace()
  const known = conversation.customerName ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const value = typed ?? known

  // What was typed stays until the new name has come round through the database: the old one would blink otherwise.
  useEffect(() => setTyped(null), [known])

  const takeBack = (): void => {
    setTyped(null)
    setError(null)
  }
  const save = async (): Promise<void> => {
    const customerName = harmlessLine(value)
    if (customerName === '' || customerName === known) return takeBack()
    try {
      await renameCustomer(db, { conversationId: conversation.id, customerName })
    } catch {
      setError('The name could not be stored on this device')
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && typed !== null) {
      event.preventDefault()
      takeBack()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (harmlessLine(value) === '' && known !== '') setError('A name cannot be empty')
      // Leaving the field keeps the name.
      else event.currentTarget.blur()
    }
  }

  return (
    <div className="relative max-w-[55%] min-w-0 shrink-0">
      <div className="grid min-w-0">
        {/* Gives the field the width of its words; an input has none of its own. */}
        <span
          aria-hidden="true"
          className="invisible col-start-1 row-start-1 overflow-hidden border px-1.5 text-lg font-semibold whitespace-pre"
        >
          {value === '' ? conversation.name : value}
        </span>
        <input
          id="customer-name"
          aria-label="Customer name"
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : 'customer-name-error'}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          size={1}
          maxLength={LONGEST_NAME}
          value={value}
          placeholder={conversation.name}
          onChange={(event) => {
            setTyped(event.target.value)
            setError(null)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => void save()}
          className={classNames(
            'col-start-1 row-start-1 h-7 w-full min-w-0 truncate rounded-sm border border-transparent bg-transparent px-1.5 text-lg font-semibold text-ink placeholder:text-ink hover:bg-hover focus:border-line-strong focus:bg-raised focus:placeholder:text-faint',
            error !== null && 'border-danger focus:border-danger',
          )}
        />
      </div>
      {error !== null && (
        <p
          id="customer-name-error"
          role="alert"
          className="absolute top-full left-0 z-20 mt-1 rounded-sm border border-line bg-raised px-2 py-1 text-sm whitespace-nowrap text-danger shadow-high"
        >
          {error}
        </p>
      )}
    </div>
  )
}
