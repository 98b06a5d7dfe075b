import { Check, Minus, Tag } from 'lucide-react'
import { useRef } from 'react'
import { idsPicked } from '../catalogue/picked.ts'
import { CommandButton } from '../acts/command-button.tsx'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { useView } from '../view/view.ts'
import { tagLabel } from '../words/tag-words.ts'
import { useWorkspace } from '../workspace.tsx'
import { selectionTags, type TagState } from './selection-tag-lines.ts'
import { useTagChange } from './use-tag-change.ts'

type SelectionTagsProps = { readonly counts: ReadonlyMap<string, number>; readonly total: number }

const CHECKED = { all: 'true', some: 'mixed', none: 'false' } as const

/** Toggles the most common tags on all selected conversations. The dialog has the others. */
export function SelectionTags({ counts, total }: SelectionTagsProps) {
  const { catalogue } = useWorkspace()
  const shown = useRef<readonly string[]>([])
  const tags = selectionTags(catalogue.listTags(), counts, { total, shown: shown.current })
  shown.current = tags.map(({ tag }) => tag)
  const { add, remove } = useTagChange(() => idsPicked(useView.getState().picked))
  return (
    <div role="group" aria-labelledby="selection-tags-title">
      <h3 id="selection-tags-title" className="pb-2 text-sm font-medium text-muted">
        {text('bulk.tags.list')}
      </h3>
      <div className="flex flex-wrap items-center gap-1.5">
        {tags.map((line) => (
          <TagBox
            key={line.tag}
            line={line}
            onToggle={() => (line.state === 'all' ? remove(line.tag) : add(line.tag))}
          />
        ))}
        <CommandButton
          id="tags"
          label={text('bulk.selection.otherTags')}
          icon={<Tag size={13} />}
          size="sm"
          className="h-7!"
        />
      </div>
    </div>
  )
}

function TagBox({ line, onToggle }: { readonly line: TagState; readonly onToggle: () => void }) {
  const { tag, count, state } = line
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={CHECKED[state]}
      title={state === 'some' ? text('bulk.tags.onSome', { count }) : undefined}
      onClick={onToggle}
      className={classNames(
        'inline-flex h-7 max-w-64 min-w-0 items-center gap-2 rounded-sm border px-2 text-base transition-colors',
        state === 'none'
          ? 'border-line text-muted hover:bg-hover hover:text-ink'
          : 'border-line-strong text-ink hover:bg-hover',
      )}
    >
      <span
        aria-hidden="true"
        className={classNames(
          'flex size-3.5 shrink-0 items-center justify-center rounded-xs border',
          state === 'none' ? 'border-line-strong' : 'border-transparent bg-accent text-on-accent',
        )}
      >
        {state === 'all' && <Check size={11} strokeWidth={3} />}
        {state === 'some' && <Minus size={11} strokeWidth={3} />}
      </span>
      <bdi className="min-w-0 truncate">{tagLabel(tag)}</bdi>
    </button>
  )
}
