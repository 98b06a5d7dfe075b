import { type KeyboardEvent, useMemo, useState } from 'react'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { openDialog } from '../view/view.ts'
import type { Bulk } from '../view/view-state.ts'
import { MAX_TAG_LENGTH, tagLabel } from '../words/tag-words.ts'
import { useCatalogue, useWorkspace } from '../workspace.tsx'
import { tagLines } from './tag-lines.ts'
import { useTagChange } from './use-tag-change.ts'

/** Edits the tags of several conversations, in All inboxes also of several workspaces. Suggests tags of other conversations. */
export function TagsDialog({ bulk }: { readonly bulk: Bulk }) {
  const open = useWorkspace()
  const { keys } = bulk
  const [typed, setTyped] = useState('')
  // As a string, so that equal counts cause no render.
  const counted = useCatalogue((catalogue) => JSON.stringify([...catalogue.countTags(keys)]))
  const known = open.catalogue.listTags()
  const counts = useMemo(() => new Map(JSON.parse(counted) as [string, number][]), [counted])
  const total = keys.length

  const change = useTagChange(() => keys)
  const addTyped = (): void => {
    setTyped('')
    change.addTyped(typed)
  }
  const add = (tag: string): void => {
    setTyped('')
    change.add(tag)
  }
  const remove = (tag: string): void => {
    setTyped('')
    change.remove(tag)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== ',')) return
    event.preventDefault()
    if (typed.trim() === '') openDialog('none')
    else addTyped()
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && openDialog('none')}
      title={text('bulk.tags.title', { count: total })}
      footer={
        <Button variant="primary" onClick={() => openDialog('none')}>
          {text('bulk.done')}
        </Button>
      }
    >
      <TextField
        label={text('bulk.tags.add')}
        hint={text('bulk.tags.addHint')}
        dir="auto"
        autoComplete="off"
        maxLength={MAX_TAG_LENGTH}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ul aria-label={text('bulk.tags.list')} className="mt-3 flex flex-col">
        {tagLines(known, counts, typed).map(({ tag, count }) => (
          <li key={tag} className="flex h-9 items-center gap-2 border-b border-line last:border-b-0">
            <bdi className="min-w-0 flex-1 truncate text-match-parent">{tagLabel(tag)}</bdi>
            <span className="text-sm text-faint">
              {count === 0 ? '' : count === total ? text('bulk.tags.onAll') : text('bulk.tags.onSome', { count })}
            </span>
            {count < total && (
              <Button
                size="sm"
                aria-label={text('bulk.tags.addTagToAll', { tag: tagLabel(tag) })}
                onClick={() => add(tag)}
              >
                {text('bulk.tags.addToAll')}
              </Button>
            )}
            {count > 0 && (
              <Button
                size="sm"
                variant="ghost"
                aria-label={text('bulk.tags.removeTag', { tag: tagLabel(tag) })}
                onClick={() => remove(tag)}
              >
                {text('bulk.tags.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
