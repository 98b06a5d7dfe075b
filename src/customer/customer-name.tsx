import type { KeyboardEvent } from 'react'
import { useName } from '../acts/use-name.ts'
import { focusFront } from '../commands/panes.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import { text } from '../strings/text.ts'
import { TextField } from '../ui/text-field.tsx'
import { useShownName } from '../words/shown-name.ts'

/** Longer names are pasted by accident. */
const MAX_NAME_LENGTH = 200

/** The editable name. Enter and blur save it, Escape reverts it. */
export function CustomerName({ conversation }: { readonly conversation: ConversationSummary }) {
  const name = useName(conversation)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    // Reverts the change. The Escape command then moves the focus out of the field.
    if (event.key === 'Escape') name.takeBack()
    else if (event.key === 'Enter') {
      event.preventDefault()
      if (!name.refuseEmpty()) focusFront()
    }
  }
  return (
    <TextField
      label={text('customer.name')}
      hideLabel
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      maxLength={MAX_NAME_LENGTH}
      value={name.value}
      placeholder={useShownName(conversation.name)}
      error={name.error}
      className="min-w-0 flex-1"
      onChange={(event) => name.type(event.target.value)}
      onBlur={() => void name.save()}
      onKeyDown={onKeyDown}
    />
  )
}
