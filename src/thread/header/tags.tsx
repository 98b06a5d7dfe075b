import { useEffect, useState } from 'react'
import { showResult } from '../../commands/bulk.ts'
import { type ChangeText, tagText } from '../../commands/change-text.ts'
import { changeConversations } from '../../commands/change.ts'
import { text } from '../../strings/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { useWorkspace } from '../../workspace.tsx'
import { TagField } from './tag-field.tsx'
import { MAX_TAGS_SHOWN, tagLabel, withTag } from '../../words/tag-words.ts'

type TagsProps = { readonly conversationId: string; readonly tags: readonly string[] }

/** The tags of a conversation. Each change stores the complete list, so two quick changes build on each other. */
export function Tags({ conversationId, tags: known }: TagsProps) {
  const { db } = useWorkspace()
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const tags = wanted ?? known
  const hiddenCount = tags.length - Math.min(tags.length, MAX_TAGS_SHOWN)
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
          className="contents @max-[560px]:flex @max-[560px]:min-w-0 @max-[560px]:gap-1.5 @max-[560px]:overflow-x-auto @max-[560px]:[scrollbar-width:none]"
        >
          {tags.slice(0, MAX_TAGS_SHOWN).map((tag) => (
            <Chip
              key={tag}
              onRemove={() => remove(tag)}
              removeLabel={text('thread.header.removeTag', { tag: tagLabel(tag) })}
            >
              <bdi>{tagLabel(tag)}</bdi>
            </Chip>
          ))}
          {hiddenCount > 0 && (
            <span className="text-sm text-faint">{text('thread.header.moreTags', { count: hiddenCount })}</span>
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
