import { Plus } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { text } from '../../strings/text.ts'
import { MAX_TAG_LENGTH } from '../../words/tag-words.ts'
import { classNames } from '../../ui/class-names.ts'
import { suggestionId, SUGGESTIONS_ID, TagSuggestions } from './tag-suggestions.tsx'
import { useSuggestions } from './use-suggestions.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'

type TagFieldProps = {
  readonly tags: readonly string[]
  readonly onAdd: (tag: string, isKnown: boolean) => void
}

/** Beside tags, a narrow thread has room for its plus sign alone, until it has the focus. */
const SHORT =
  '@max-[480px]:w-6 @max-[480px]:pe-0 @max-[480px]:placeholder:text-transparent @max-[480px]:focus:w-32 @max-[480px]:focus:pe-5 @max-[480px]:focus:placeholder:text-faint'

/** Adds a tag: a suggested one or a new name. */
export function TagField({ tags, onAdd }: TagFieldProps) {
  const [typed, setTyped] = useState('')
  const suggestions = useSuggestions(tags, typed)
  const activeTag = suggestions.tags[suggestions.active]

  const type = (value: string): void => {
    setTyped(value)
    suggestions.reset()
  }
  const add = (tag: string, isKnown: boolean): void => {
    onAdd(tag, isKnown)
    type('')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const isListed = suggestions.tags.length > 0
    if (event.key === 'ArrowDown' && isListed) suggestions.step(1)
    else if (event.key === 'ArrowUp' && isListed) suggestions.step(-1)
    else if (event.key === 'Enter' || event.key === ',') add(activeTag ?? typed, activeTag !== undefined)
    else {
      // Clears the field and closes the suggestions. The Escape command then moves the focus.
      if (event.key === 'Escape') setTyped('')
      return
    }
    event.preventDefault()
  }

  return (
    <div className="relative flex min-w-6">
      <Plus size={12} aria-hidden="true" className="pointer-events-none absolute top-1 start-1.5 text-faint" />
      <input
        id={ELEMENT_IDS.tagField}
        role="combobox"
        aria-label={text('thread.header.addTag')}
        aria-autocomplete="list"
        aria-expanded={suggestions.tags.length > 0}
        aria-controls={SUGGESTIONS_ID}
        aria-activedescendant={activeTag === undefined ? undefined : suggestionId(suggestions.active)}
        dir="auto"
        autoComplete="off"
        maxLength={MAX_TAG_LENGTH}
        placeholder={text('thread.header.addTagHint')}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onFocus={suggestions.open}
        onBlur={suggestions.close}
        onKeyDown={onKeyDown}
        className={classNames(
          'h-5 max-w-32 min-w-20 @max-[640px]:min-w-6 field-sizing-content rounded-full border border-transparent bg-transparent ps-5 pe-5 text-xs text-ink placeholder:text-faint hover:bg-hover focus:w-32 focus:border-line-strong focus:bg-raised',
          tags.length > 0 && SHORT,
        )}
      />
      <TagSuggestions tags={suggestions.tags} active={suggestions.active} onChoose={(tag) => add(tag, true)} />
    </div>
  )
}
