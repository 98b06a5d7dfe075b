import { text } from '../../strings/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { tagLabel } from '../../words/tag-words.ts'

/** The field refers to the list by this id. */
export const SUGGESTIONS_ID = 'tag-suggestions'

export function suggestionId(index: number): string {
  return `tag-suggestion-${index}`
}

type TagSuggestionsProps = {
  readonly tags: readonly string[]
  /** Index of the option that Enter chooses; -1 for none. */
  readonly active: number
  readonly onChoose: (tag: string) => void
}

export function TagSuggestions({ tags, active, onChoose }: TagSuggestionsProps) {
  return (
    <ul
      id={SUGGESTIONS_ID}
      role="listbox"
      aria-label={text('thread.header.knownTags')}
      hidden={tags.length === 0}
      className="absolute top-full start-0 z-20 mt-1 w-44 rounded-md border border-line bg-raised p-1 shadow-high"
    >
      {tags.map((tag, index) => (
        <li
          key={tag}
          id={suggestionId(index)}
          role="option"
          aria-selected={index === active}
          // On pointer down: the list closes when the field loses the focus.
          onPointerDown={(event) => {
            event.preventDefault()
            onChoose(tag)
          }}
          className={classNames(
            'flex h-7 items-center rounded-sm px-2 text-base hover:bg-hover',
            index === active && 'bg-hover',
          )}
        >
          <bdi className="truncate">{tagLabel(tag)}</bdi>
        </li>
      ))}
    </ul>
  )
}
