import { useEffect, useState } from 'react'
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

  const change = (next: readonly string[]): void => {
    if (next === tags) return
    setWanted(next)
    setFailed(false)
    const value = JSON.stringify(next)
    void changeConversations(db, { field: 'tags', conversationIds: [conversationId], valueFor: () => value }).then(
      ({ problems }) => {
        if (problems.length === 0) return
        setWanted(null)
        setFailed(true)
      },
    )
  }

  return (
    <>
      {/* In a narrow thread they stay on one line, which scrolls. */}
      {tags.length > 0 && (
        <span className="contents @max-[560px]:flex @max-[560px]:min-w-0 @max-[560px]:gap-1.5 @max-[560px]:overflow-x-auto @max-[560px]:[scrollbar-width:none]">
          {tags.slice(0, MAX_TAGS_SHOWN).map((tag) => (
            <Chip
              key={tag}
              onRemove={() => change(tags.filter((other) => other !== tag))}
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
      <TagField tags={tags} onAdd={(typed) => change(withTag(tags, typed))} />
      {hasFailed && (
        <span role="alert" className="text-sm text-danger">
          {text('thread.header.tagsNotSaved')}
        </span>
      )}
    </>
  )
}
