import { useEffect, useReducer, useRef, useState } from 'react'
import { showResult } from '../../commands/bulk.ts'
import { tagText } from '../../commands/change-text.ts'
import { changeConversations, type ChangeRequest } from '../../commands/change.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useWorkspace } from '../../workspace.tsx'
import { TagField } from './tag-field.tsx'
import { tagLabel, typedTag, withKnownTag } from '../../words/tag-words.ts'
import { applyTagChange, nextPending, type TagChange, tagsOnScreen } from './pending-tags.ts'
import { countShownTags } from './shown-tags.ts'

type TagsProps = { readonly conversationId: string; readonly tags: readonly string[] }

/** The tags of a conversation. Each change is stored as one tag more or less, so that quick changes don't overwrite each other. */
export function Tags({ conversationId, tags: known }: TagsProps) {
  const { db } = useWorkspace()
  const [pending, dispatch] = useReducer(nextPending, [])
  const lastId = useRef(0)
  const [hasFailed, setFailed] = useState(false)
  const tags = tagsOnScreen(known, pending)
  const [isExpanded, setExpanded] = useState(false)
  const shownCount = countShownTags(tags.map(tagLabel))
  const hiddenCount = tags.length - shownCount
  const newest = useRef(known)
  useEffect(() => {
    newest.current = known
    dispatch({ type: 'listed', known })
  }, [known])

  const change = async (change: TagChange) => {
    if (applyTagChange(tags, change) === tags) return
    lastId.current += 1
    const id = lastId.current
    dispatch({ type: 'changed', id, change })
    setFailed(false)
    const request: ChangeRequest = {
      field: 'tags',
      conversationIds: [conversationId],
      valueFor: (stored) => JSON.stringify(applyTagChange(stored.tags, change)),
    }
    const outcome = await changeConversations(db, request)
    const result = (count: number, name: string) => tagText(change.kind, change.tag, count, name)
    showResult(outcome, 1, { ...request, result })
    const isStored = outcome.problems.length === 0
    dispatch(isStored ? { type: 'stored', id, known: newest.current } : { type: 'failed', id })
    setFailed(!isStored)
  }
  const add = (typed: string): void => {
    const tag = typedTag(typed)
    if (tag === null) return
    const next = withKnownTag(tags, tag)
    // The new tag is the last one.
    if (next.length > countShownTags(next.map(tagLabel))) setExpanded(true)
    void change({ kind: 'added', tag })
  }
  const remove = (tag: string): void => void change({ kind: 'removed', tag })

  return (
    <>
      {/* In a narrow thread they stay on one line, which scrolls. */}
      {tags.length > 0 && (
        <span
          data-focus-group=""
          className={classNames(
            isExpanded && hiddenCount > 0 ? 'flex max-h-24 flex-wrap gap-1.5 overflow-y-auto' : 'contents',
            '@max-[560px]:flex @max-[560px]:min-w-0 @max-[560px]:gap-1.5 @max-[560px]:overflow-x-auto @max-[560px]:[scrollbar-width:none]',
          )}
        >
          {(isExpanded ? tags : tags.slice(0, shownCount)).map((tag) => (
            <Chip
              key={tag}
              onRemove={() => remove(tag)}
              removeLabel={text('thread.header.removeTag', { tag: tagLabel(tag) })}
            >
              <bdi>{tagLabel(tag)}</bdi>
            </Chip>
          ))}
          {hiddenCount > 0 && (
            <Button
              size="sm"
              variant="ghost"
              className="h-5 px-1.5"
              aria-expanded={isExpanded}
              aria-label={
                isExpanded ? text('thread.header.fewerTags') : text('thread.header.allTags', { count: tags.length })
              }
              onClick={() => setExpanded(!isExpanded)}
            >
              {isExpanded ? text('thread.header.fewer') : text('thread.header.moreTags', { count: hiddenCount })}
            </Button>
          )}
        </span>
      )}
      <TagField tags={tags} onAdd={add} />
      {hasFailed && (
        <span role="alert" className="text-sm text-danger">
          {text('thread.header.tagsNotSaved')}
        </span>
      )}
    </>
  )
}
