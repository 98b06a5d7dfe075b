import { useEffect, useState } from 'react'
import { showResult } from '../../commands/bulk.ts'
import { type ChangeText, tagText } from '../../commands/change-text.ts'
import { changeConversations } from '../../commands/change.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useWorkspace } from '../../workspace.tsx'
import { TagField } from './tag-field.tsx'
import { tagLabel, withTag } from '../../words/tag-words.ts'
import { countShownTags } from './shown-tags.ts'

type TagsProps = { readonly conversationId: string; readonly tags: readonly string[] }

/** The tags of a conversation. Each change stores the complete list, so two quick changes build on each other. */
export function Tags({ conversationId, tags: known }: TagsProps) {
  const { db } = useWorkspace()
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const tags = wanted ?? known
  const [isExpanded, setExpanded] = useState(false)
  const shownCount = countShownTags(tags.map(tagLabel))
  const hiddenCount = tags.length - shownCount
  const names = known.join('\n')
  useEffect(() => setWanted(null), [names])

  const change = async (next: readonly string[], result: (count: number, name: string) => ChangeText) => {
    if (next === tags) return
    setWanted(next)
    setFailed(false)
    const value = JSON.stringify(next)
    const request = { field: 'tags', valueFor: () => value } as const
    const outcome = await changeConversations(db, { ...request, conversationIds: [conversationId] })
    showResult(outcome, 1, { ...request, result })
    if (outcome.problems.length === 0) return
    setWanted(null)
    setFailed(true)
  }
  const add = (typed: string): void => {
    const next = withTag(tags, typed)
    const added = next.at(-1) ?? ''
    // The new tag is the last one.
    if (next.length > countShownTags(next.map(tagLabel))) setExpanded(true)
    void change(next, (count, name) => tagText('added', added, count, name))
  }
  const remove = (tag: string): void =>
    void change(
      tags.filter((other) => other !== tag),
      (count, name) => tagText('removed', tag, count, name),
    )

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
