import { useState, type RefObject } from 'react'
import type { ConversationSummary } from '../../db/overlay.ts'
import type { Snippet } from '../../db/snippets.ts'
import { type Placeholder, placeholdersIn, nextPlaceholder, previousPlaceholder } from '../../snippets/placeholders.ts'
import type { RenderedSnippet, SnippetFacts } from '../../snippets/render-snippet.ts'
import { snippetFactsOf } from '../../snippets/snippet-facts.ts'
import type { PickerEnd } from '../../snippets/snippet-picker.tsx'
import { outgoingText } from '../../shared/text/outgoing-text.ts'
import { isAtLineStart } from './composer-keys.ts'

type Field = RefObject<HTMLTextAreaElement | null>

export type SnippetInsert = {
  readonly isOpen: boolean
  readonly snippets: readonly Snippet[]
  readonly facts: SnippetFacts
  readonly open: () => void
  /** Opens the picker for a slash at the start of a line; false when the slash is text. */
  readonly openAtSlash: () => boolean
  readonly close: () => void
  readonly end: (outcome: PickerEnd) => void
}

/** Inserts snippets at the caret. */
export function useSnippetInsert(
  conversation: ConversationSummary,
  snippets: readonly Snippet[],
  field: Field,
  insert: (text: string) => boolean,
): SnippetInsert {
  const [isOpen, setOpen] = useState(false)
  const [openedBy, setOpenedBy] = useState<'key' | 'slash'>('key')
  const open = (by: 'key' | 'slash'): void => {
    setOpen(true)
    setOpenedBy(by)
  }
  return {
    isOpen,
    snippets,
    facts: snippetFactsOf(conversation),
    open: () => open('key'),
    openAtSlash() {
      const element = field.current
      if (element === null || snippets.length === 0) return false
      if (!isAtLineStart(element.value, element.selectionStart)) return false
      open('slash')
      return true
    },
    close: () => setOpen(false),
    end(outcome) {
      const element = field.current
      if (element === null || (outcome.kind === 'left' && outcome.isElsewhere)) return
      if (outcome.kind === 'chosen') return insertSnippet(element, outcome.snippet, insert)
      element.focus()
      // Without a snippet, the slash and the typed search text go into the message.
      if (openedBy === 'slash') insert(`/${outcome.typed}`)
    },
  }
}

/** Selects the first placeholder, or moves the caret to its position in the snippet. */
function insertSnippet(
  field: HTMLTextAreaElement,
  { text: rendered, caret }: RenderedSnippet,
  insert: (text: string) => boolean,
): void {
  const start = field.selectionStart
  const text = outgoingText(rendered)
  field.focus()
  if (!insert(text)) return
  const placeholder = placeholdersIn(text)[0]
  const caretIndex = start + outgoingText(rendered.slice(0, caret)).length
  if (placeholder === undefined) field.setSelectionRange(caretIndex, caretIndex)
  else field.setSelectionRange(start + placeholder.start, start + placeholder.end)
}

/** Selects a placeholder, so that typing replaces it. False when there is none: the browser then handles the key. */
export function goToPlaceholder(field: HTMLTextAreaElement, which: 'next' | 'previous' | 'first'): boolean {
  const { value, selectionStart, selectionEnd } = field
  const placeholder: Placeholder | null | undefined =
    which === 'first'
      ? placeholdersIn(value)[0]
      : which === 'next'
        ? nextPlaceholder(value, selectionEnd)
        : previousPlaceholder(value, selectionStart)
  if (placeholder === null || placeholder === undefined) return false
  field.focus()
  field.setSelectionRange(placeholder.start, placeholder.end)
  return true
}
