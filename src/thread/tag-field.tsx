import { Plus } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { listKnownTags } from '../db/queries.ts'
import { classNames } from '../ui/class-names.ts'
import { useWorkspace } from '../workspace.tsx'
import { suggestTags } from './tag-words.ts'

type TagFieldProps = { readonly tags: readonly string[]; readonly onAdd: (typed: string) => void }

/** Adds a tag: a known one by choice, or a new one by its name. */
export function TagField({ tags, onAdd }: TagFieldProps) {
  const { db } = useWorkspace()
  const [typed, setTyped] = useState('')
  const [known, setKnown] = useState<readonly string[]>([])
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const suggestions = isOpen ? suggestTags(known, tags, typed) : []
  const activeTag = suggestions[active]

  const close = (): void => {
    setOpen(false)
    setActive(-1)
  }
  const add = (tag: string): void => {
    onAdd(tag)
    setTyped('')
    setActive(-1)
  }
  const open = (): void => {
    setOpen(true)
    // Suggestions are a help: without them a tag is typed in full.
    void listKnownTags(db).then(setKnown, () => setKnown([]))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && suggestions.length > 0) {
      event.preventDefault()
      setActive((active + step + suggestions.length + (active === -1 && step === -1 ? 1 : 0)) % suggestions.length)
    } else if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add(activeTag ?? typed)
    } else if (event.key === 'Escape' && (typed !== '' || suggestions.length > 0)) {
      event.preventDefault()
      setTyped('')
      close()
    }
  }

  return (
    <div className="relative">
      <Plus size={12} aria-hidden="true" className="pointer-events-none absolute top-1 left-1.5 text-faint" />
      <input
        id="tags"
        role="combobox"
        aria-label="Add tag"
        aria-autocomplete="list"
        aria-expanded={suggestions.length > 0}
        aria-controls="tag-suggestions"
        aria-activedescendant={activeTag === undefined ? undefined : `tag-suggestion-${active}`}
        dir="auto"
        autoComplete="off"
        placeholder="Add tag"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(-1)
          setOpen(true)
        }}
        onFocus={open}
        onBlur={close}
        onKeyDown={onKeyDown}
        className="h-5 w-20 rounded-full border border-transparent bg-transparent pr-2 pl-5 text-xs text-ink placeholder:text-faint hover:bg-hover focus:w-32 focus:border-line-strong focus:bg-raised"
      />
      <ul
        id="tag-suggestions"
        role="listbox"
        aria-label="Known tags"
        hidden={suggestions.length === 0}
        className="absolute top-full left-0 z-20 mt-1 w-44 rounded-md border border-line bg-raised p-1 shadow-high"
      >
        {suggestions.map((tag, index) => (
          <li
            key={tag}
            id={`tag-suggestion-${index}`}
            role="option"
            aria-selected={index === active}
            // Before the field loses its focus, and with it the list.
            onPointerDown={(event) => {
              event.preventDefault()
              add(tag)
            }}
            className={classNames(
              'flex h-7 items-center rounded-sm px-2 text-base hover:bg-hover',
              index === active && 'bg-hover',
            )}
          >
            <bdi className="truncate">{tag}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
