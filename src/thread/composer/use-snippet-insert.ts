import { useState, type RefObject } from 'react'
import type { ConversationSummary } from '../../db/overlay.ts'
import type { Snippet } from '../../db/snippets.ts'
import { type Placeholder, placeholdersIn, nextPlaceholder, previousPlaceholder } from '../../snippets/holes.ts'
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
  /** Takes a slash where a line begins for a question; false: it is a slash. */
  readonly openAtSlash: () => boolean
  readonly close: () => void
  readonly end: (how: PickerEnd) => void
}

/** Puts snippets into the composer, where the caret stands. */
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
    end(how) {
      const element = field.current
      if (element === null || (how.kind === 'left' && how.isElsewhere)) return
      if (how.kind === 'chosen') return insertSnippet(element, how.snippet, insert)
      element.focus()
      // Whoever wanted no snippet wanted what they typed.
      if (openedBy === 'slash') insert(`/${how.typed}`)
    },
  }
}

/** The caret goes to the first placeholder, else to where the snippet wants it. */
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
  const place = start + outgoingText(rendered.slice(0, caret)).length
  if (placeholder === undefined) field.setSelectionRange(place, place)
  else field.setSelectionRange(start + placeholder.start, start + placeholder.end)
}

/** Selects the placeholder after or before the caret, so that what is typed fills it. False when there is none: the key goes its usual way. */
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
