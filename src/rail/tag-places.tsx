import { Ellipsis, Tag } from 'lucide-react'
import { useState } from 'react'
import type { Totals } from '../catalogue/catalogue.ts'
import { showView } from '../view/view.ts'
import { PlacesMenu } from './places-menu.tsx'
import { useIsIcons } from './use-is-icons.ts'
import { RailEntry } from './rail-entry.tsx'
import { tagsInRail } from './tags-in-rail.ts'
import { tagLabel } from '../words/tag-words.ts'
import { text } from '../strings/text.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'

type TagPlacesProps = {
  readonly totals: Totals | null
  /** The tag that is shown; null for none. */
  readonly current: string | null
}

/** The most used tags; a button shows the others. */
export function TagPlaces({ totals, current }: TagPlacesProps) {
  const isIcons = useIsIcons()
  const [isExpanded, setExpanded] = useState(false)
  const { tags, hiddenCount } = tagsInRail(totals?.tagCounts ?? {}, { current, isExpanded })
  if (tags.length === 0) return null
  if (isIcons) {
    const all = tagsInRail(totals?.tagCounts ?? {}, { current, isExpanded: true }).tags
    return (
      <PlacesMenu
        id={ELEMENT_IDS.tagViews}
        label={text('rail.tags')}
        icon={<Tag size={15} aria-hidden="true" />}
        places={all.map(({ tag }) => ({
          id: tag,
          label: tagLabel(tag),
          isCurrent: tag === current,
          onGo: () => showView('inbox', null, tag),
        }))}
      />
    )
  }
  return (
    <section id={ELEMENT_IDS.tagViews} aria-labelledby="tags-title">
      <h2 id="tags-title" className="px-2 pb-1 text-xs font-medium text-faint">
        {text('rail.tags')}
      </h2>
      <ul className="flex flex-col gap-px">
        {tags.map(({ tag, count }) => (
          <RailEntry
            key={tag}
            label={tagLabel(tag)}
            icon={<Tag size={14} aria-hidden="true" />}
            count={count}
            isLoud={false}
            isCurrent={tag === current}
            onGo={() => showView('inbox', null, tag)}
          />
        ))}
        {(hiddenCount > 0 || isExpanded) && (
          <RailEntry
            label={isExpanded ? text('rail.fewerTags') : text('rail.moreTags', { count: hiddenCount })}
            icon={<Ellipsis size={14} aria-hidden="true" />}
            count={null}
            isLoud={false}
            isCurrent={false}
            onGo={() => setExpanded(!isExpanded)}
          />
        )}
      </ul>
    </section>
  )
}
