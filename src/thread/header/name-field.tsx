import type { KeyboardEvent } from 'react'
import { focusFront } from '../../commands/panes.ts'
import type { ConversationSummary } from '../../db/overlay.ts'
import { text } from '../../strings/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { type NameDraft, useName } from '../../acts/use-name.ts'
import { useShownName } from '../../words/shown-name.ts'

/** Longer names are pasted by accident. */
const MAX_NAME_LENGTH = 200

/** The editable customer name. Enter and blur save it, Escape reverts it. */
export function NameField({ conversation }: { readonly conversation: ConversationSummary }) {
  const name = useName(conversation)
  const placeholder = useShownName(conversation.name)
  return (
    <div className="relative max-w-[55%] min-w-0">
      <div className="grid min-w-0">
        {/* Gives the field the width of its text, which an input cannot have by itself. */}
        <span
          aria-hidden="true"
          className="invisible col-start-1 row-start-1 overflow-hidden border px-1.5 text-lg font-semibold whitespace-pre"
        >
          {name.value === '' ? placeholder : name.value}
        </span>
        <input
          id="customer-name"
          aria-label={text('thread.header.customerName')}
          aria-invalid={name.error !== null || undefined}
          aria-describedby={name.error === null ? undefined : 'customer-name-error'}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          size={1}
          maxLength={MAX_NAME_LENGTH}
          value={name.value}
          placeholder={placeholder}
          onChange={(event) => name.type(event.target.value)}
          onKeyDown={(event) => onKeyDown(event, name)}
          onBlur={() => void name.save()}
          className={classNames(
            'col-start-1 row-start-1 h-7 w-full min-w-0 truncate rounded-sm border border-transparent bg-transparent px-1.5 text-lg font-semibold text-ink placeholder:text-ink hover:bg-hover focus:border-line-strong focus:bg-raised focus:placeholder:text-faint',
            name.error !== null && 'border-danger focus:border-danger',
          )}
        />
      </div>
      {name.error !== null && <FieldError text={name.error} />}
    </div>
  )
}

function onKeyDown(event: KeyboardEvent<HTMLInputElement>, name: NameDraft): void {
  if (event.nativeEvent.isComposing) return
  // Reverts the change. The Escape command then moves the focus out of the field.
  if (event.key === 'Escape') name.takeBack()
  else if (event.key === 'Enter') {
    event.preventDefault()
    // Leaving the field saves the name.
    if (!name.refuseEmpty()) focusFront()
  }
}

function FieldError({ text }: { readonly text: string }) {
  return (
    <p
      id="customer-name-error"
      role="alert"
      className="absolute top-full start-0 z-20 mt-1 rounded-sm border border-line bg-raised px-2 py-1 text-sm whitespace-nowrap text-danger shadow-high"
    >
      {text}
    </p>
  )
}
