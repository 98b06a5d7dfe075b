import { isPicked } from '../catalogue/picked.ts'
import { text } from '../strings/text.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import { selectedKey, useView } from '../view/view.ts'
import { ChannelGlyph, channelLabel } from '../words/channel.tsx'
import { lastMessageLine } from '../words/last-words.ts'
import { useShownName } from '../words/shown-name.ts'
import { useCatalogue } from '../workspace.tsx'

/** The last message of the current row, so that the user knows what to select. */
export function SelectionPreview() {
  const key = useView(selectedKey)
  const isInSelection = useView((view) => key !== null && isPicked(view.picked, key))
  const row = useCatalogue((catalogue) => (key === null ? undefined : catalogue.row(key)))
  const name = useShownName(row?.name ?? '')
  if (row === undefined) return null
  const message = row.lastText ?? row.subject
  return (
    <div role="group" aria-labelledby="selection-current-title">
      <h3 id="selection-current-title" className="pb-2 text-sm font-medium text-muted">
        {text(isInSelection ? 'bulk.selection.current' : 'bulk.selection.currentOutside')}
      </h3>
      <div className="rounded-md border border-line bg-canvas px-4 py-3">
        <p className="flex items-center gap-2">
          <ChannelGlyph channel={row.channel} size={14} />
          <span className="sr-only">{channelLabel(row.channel)}</span>
          <bdi className="min-w-0 truncate font-medium">{name}</bdi>
          <span className="ms-auto shrink-0 text-xs text-faint">
            <TimeAgo at={row.activityAt} />
          </span>
        </p>
        <p dir="auto" className="mt-1 line-clamp-4 wrap-anywhere text-muted">
          {message === null ? text('bulk.selection.noMessages') : lastMessageLine(message)}
        </p>
      </div>
    </div>
  )
}
