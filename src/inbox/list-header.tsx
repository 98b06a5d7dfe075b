import { ListFilter } from 'lucide-react'
import { ExportButton } from '../acts/export-button.tsx'
import { useCounting } from '../acts/use-counting.ts'
import { isStillCounting } from '../catalogue/counting.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { CHANNELS, isChannel } from '../shared/model.ts'
import { text } from '../strings/text.ts'
import { Chip } from '../ui/chip.tsx'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { StillCounting } from '../ui/still-counting.tsx'
import { showView, useView } from '../view/view.ts'
import { ChannelGlyph, channelLabel } from '../words/channel.tsx'
import { isOfThisDevice, viewLabel } from '../words/view.ts'
import { NewRowsPill } from './new-rows-pill.tsx'
import type { ShownList } from './use-shown-list.ts'
import { tagLabel } from '../words/tag-words.ts'

export function ListHeader({ list }: { readonly list: ShownList | null }) {
  const current = useView((view) => view.name)
  const currentChannel = useView((view) => view.channel)
  const name = list?.listing.name ?? current
  const channel = list === null ? currentChannel : list.listing.channel
  const currentTag = useView((view) => view.tag)
  const tag = list === null ? currentTag : (list.listing.tag ?? null)
  const counting = useCounting(list?.totals ?? null)
  const otherChannels = Object.keys(list?.totals.channelCounts ?? {}).filter((name) => !isChannel(name))
  return (
    <header className="@container flex h-12 shrink-0 items-center gap-2 border-b border-line pe-2 ps-6">
      <h1 className="min-w-0 truncate text-lg font-semibold">{viewLabel(name)}</h1>
      {isStillCounting(counting, name) ? (
        <StillCounting className="text-sm @max-[220px]:hidden" />
      ) : list !== null && list.listing.count > 0 ? (
        <span className="text-sm text-faint @max-[220px]:hidden">{writeNumber(list.listing.count)}</span>
      ) : null}
      {isOfThisDevice(name) && (
        <span className="text-sm whitespace-nowrap text-faint">{text('inbox.onThisDevice')}</span>
      )}
      <NewRowsPill />
      <span data-focus-group="" className="flex min-w-0 flex-1 justify-end gap-1">
        {channel !== null && (
          <Chip
            tone="accent"
            onRemove={() => showView(name, null, tag)}
            removeLabel={text('inbox.removeChannel', { channel: channelLabel(channel) })}
          >
            {channelLabel(channel)}
          </Chip>
        )}
        {tag !== null && (
          <Chip
            tone="accent"
            onRemove={() => showView(name, channel)}
            removeLabel={text('inbox.removeTag', { tag: tagLabel(tag) })}
          >
            <bdi>{tagLabel(tag)}</bdi>
          </Chip>
        )}
      </span>
      {/* In a narrow list the filters need the space. Export is also in the menus and has a shortcut. */}
      <span className={classNames('-me-1.5 flex', channel !== null && tag !== null && '@max-[320px]:hidden')}>
        <ExportButton />
      </span>
      <Menu
        align="end"
        trigger={<IconButton label={text('inbox.filterByChannel')} size="sm" icon={<ListFilter size={15} />} />}
        items={[
          { label: text('inbox.allChannels'), isChecked: channel === null, onSelect: () => showView(name, null, tag) },
          ...[...CHANNELS, ...otherChannels].map((option, index) => ({
            label: channelLabel(option),
            id: option,
            icon: <ChannelGlyph channel={option} size={14} />,
            isChecked: channel === option,
            startsGroup: index === 0,
            onSelect: () => showView(name, option, tag),
          })),
        ]}
      />
    </header>
  )
}
