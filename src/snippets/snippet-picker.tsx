import * as Popover from 'radix-ui/popover'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Snippet } from '../db/snippets.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { findSnippets } from './find-snippets.ts'
import { type RenderedSnippet, renderSnippet, type SnippetFacts } from './render-snippet.ts'
import { SnippetPreview } from './snippet-preview.tsx'

/** The outcome: a chosen snippet, or none, with the text that was typed into the search. */
export type PickerEnd =
  | { readonly kind: 'chosen'; readonly snippet: RenderedSnippet }
  | {
      readonly kind: 'left'
      readonly typed: string
      /** The user clicked elsewhere, so the focus must stay there. */ readonly isElsewhere: boolean
    }

type SnippetPickerProps = {
  readonly isOpen: boolean
  readonly snippets: readonly Snippet[]
  readonly facts: SnippetFacts
  readonly onClose: () => void
  /** Called after the picker has closed and released the focus. */
  readonly onEnd: (end: PickerEnd) => void
  readonly onManage: () => void
  /** The element that the picker opens above. */
  readonly children: ReactNode
}

const LEFT: Extract<PickerEnd, { kind: 'left' }> = { kind: 'left', typed: '', isElsewhere: false }

/** Searches snippets while typing and previews the text for this customer. Works with the keyboard alone: type, arrow keys, Enter. */
export function SnippetPicker({ isOpen, onClose, onEnd, children, ...inside }: SnippetPickerProps) {
  const end = useRef<PickerEnd>(LEFT)
  const close = (outcome: PickerEnd): void => {
    end.current = outcome
    onClose()
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor asChild>{children}</Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          aria-label={text('snippets.snippets')}
          side="top"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onOpenAutoFocus={() => {
            end.current = LEFT
          }}
          onInteractOutside={() => {
            end.current = { ...LEFT, isElsewhere: true }
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onEnd(end.current)
          }}
          className="z-50 flex max-h-(--radix-popover-content-available-height) w-[min(28rem,calc(100vw-16px))] animate-appear flex-col rounded-md border border-line bg-raised shadow-high outline-none"
        >
          <Finder
            {...inside}
            onChoose={(snippet) => close({ kind: 'chosen', snippet })}
            onType={(typed) => {
              end.current = { ...LEFT, typed }
            }}
            onLeave={onClose}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

type FinderProps = Pick<SnippetPickerProps, 'snippets' | 'facts' | 'onManage'> & {
  readonly onChoose: (snippet: RenderedSnippet) => void
  readonly onType: (typed: string) => void
  readonly onLeave: () => void
}

function Finder({ snippets, facts, onManage, onChoose, onType, onLeave }: FinderProps) {
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const found = findSnippets(snippets, typed)
  const shown = found[active]
  const choose = (snippet: Snippet | undefined): void => {
    if (snippet !== undefined) onChoose(renderSnippet(snippet.text, facts))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + step + found.length) % Math.max(found.length, 1))
    } else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && shown !== undefined)) choose(shown)
    else if (event.key === 'Backspace' && typed === '') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <input
        role="combobox"
        aria-label={text('snippets.search')}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={shown === undefined ? undefined : `${listId}-${active}`}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        placeholder={text('snippets.searchHint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          onType(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        className="h-9 shrink-0 border-b border-line bg-transparent px-3 text-base text-ink outline-none placeholder:text-faint"
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={text('snippets.snippets')}
        className="max-h-52 min-h-0 overflow-y-auto p-1 empty:hidden"
      >
        {found.map((snippet, index) => (
          <Option
            key={snippet.id}
            id={`${listId}-${index}`}
            snippet={snippet}
            isActive={index === active}
            onPoint={() => setActive(index)}
            onChoose={() => choose(snippet)}
          />
        ))}
      </ul>
      {shown === undefined ? (
        <NoSnippets hasSnippets={snippets.length > 0} onManage={onManage} />
      ) : (
        <div className="border-t border-line">
          <SnippetPreview text={renderSnippet(shown.text, facts).text} />
        </div>
      )}
    </>
  )
}

type OptionProps = {
  readonly id: string
  readonly snippet: Snippet
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

function Option({ id, snippet, isActive, onPoint, onChoose }: OptionProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      // Scrolls the list when the arrow keys move the active option.
      ref={(element) => (isActive ? element?.scrollIntoView({ block: 'nearest' }) : undefined)}
      onPointerMove={isActive ? undefined : onPoint}
      onClick={onChoose}
      className={classNames('flex h-7 items-center gap-2 rounded-sm px-2 text-base', isActive && 'bg-selected')}
    >
      <bdi className="min-w-0 flex-1 truncate">{harmlessLine(snippet.name)}</bdi>
      {snippet.shortcut !== '' && <bdi className="shrink-0 font-mono text-xs text-faint">{snippet.shortcut}</bdi>}
    </li>
  )
}

function NoSnippets({ hasSnippets, onManage }: { readonly hasSnippets: boolean; readonly onManage: () => void }) {
  if (hasSnippets) return <p className="px-3 py-3 text-base text-muted">{text('snippets.noMatch')}</p>
  return (
    <div className="flex items-center gap-3 px-3 py-3">
      <p className="flex-1 text-base text-muted">{text('snippets.empty')}</p>
      <Button size="sm" onClick={onManage}>
        {text('snippets.add')}
      </Button>
    </div>
  )
}
