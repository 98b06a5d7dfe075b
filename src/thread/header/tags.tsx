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
import { tagLines } from './tag-lines.ts'

type TagsProps = { readonly conversationId: string; readonly tags: readonly string[] }

/** The tags of a conversation. Each change is stored as one tag more or less, so that quick changes don't overwrite each other. */
export function Tags({ conversationId, tags: known }: TagsProps) {
  const { db } = useWorkspace()
  const [pending, dispatch] = useReducer(nextPending, [])
  const lastId = useRef(0)
  const [hasFailed, setFailed] = useState(false)
  const tags = tagsOnScreen(known, pending)
  const [isExpanded, setExpanded] = useState(false)
  const labels = tags.map(tagLabel)
  const shownCount = countShownTags(labels, 'wide')
  const narrowCount = countShownTags(labels, 'narrow')
  const classes = tagLines({ isExpanded, count: tags.length, fitCount: shownCount })
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
  /** A known tag is added exactly as it is, however long. */
  const add = (typed: string, isKnown: boolean): void => {
    const tag = isKnown ? typed : typedTag(typed)
    if (tag === null) return
    const next = withKnownTag(tags, tag)
    // The new tag is the last one.
    if (next.length > countShownTags(next.map(tagLabel), 'narrow')) setExpanded(true)
    void change({ kind: 'added', tag })
  }
  const remove = (tag: string): void => void change({ kind: 'removed', tag })

  return (
    <>
      <div data-all-tags={isExpanded ? '' : undefined} className={classes.lines}>
        {tags.length > 0 && (
          <span data-focus-group="" className={classes.tags}>
            {(isExpanded ? tags : tags.slice(0, shownCount)).map((tag, index) => (
              <Chip
                key={tag}
                className={isExpanded || index < narrowCount ? undefined : '@max-[640px]:hidden'}
                onRemove={() => remove(tag)}
                removeLabel={text('thread.header.removeTag', { tag: tagLabel(tag) })}
              >
                <bdi title={tagLabel(tag)}>{tagLabel(tag)}</bdi>
              </Chip>
            ))}
            {tags.length > narrowCount && (
              <Button
                size="sm"
                variant="ghost"
                className={classNames('h-5 shrink-0 px-1.5', tags.length === shownCount && '@min-[640px]:hidden!')}
                aria-expanded={isExpanded}
                aria-label={
                  isExpanded ? text('thread.header.fewerTags') : text('thread.header.allTags', { count: tags.length })
                }
                onClick={() => setExpanded(!isExpanded)}
              >
                {isExpanded ? (
                  text('thread.header.fewer')
                ) : (
                  <>
                    <span className="@max-[640px]:hidden">
                      {text('thread.header.moreTags', { count: tags.length - shownCount })}
                    </span>
                    <span className="hidden @max-[640px]:inline">
                      {text('thread.header.moreTags', { count: tags.length - narrowCount })}
                    </span>
                  </>
                )}
              </Button>
            )}
          </span>
        )}
        <TagField tags={tags} onAdd={add} />
      </div>
      {hasFailed && (
        <span role="alert" className="text-sm text-danger">
          {text('thread.header.tagsNotSaved')}
        </span>
      )}
    </>
  )
}
