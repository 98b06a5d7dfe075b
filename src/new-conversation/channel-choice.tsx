import { useShortcut } from '../commands/keys/shortcut.ts'
import type { Channel } from '../shared/model.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'
import { Kbd } from '../ui/kbd.tsx'
import { ChannelGlyph, channelLabel } from '../words/channel.tsx'
import { channelsFor } from './channels-for.ts'

type ChannelChoiceProps = {
  readonly channel: Channel
  /** What is typed: other channels are hidden. Null for all. */
  readonly kind: 'phone' | 'email' | null
  readonly onChoose: (channel: Channel) => void
}

/** The channels on which a conversation with the address can be started. The chosen one has its name. */
export function ChannelChoice({ channel, kind, onChoose }: ChannelChoiceProps) {
  const channels = channelsFor(kind)
  const keys = useShortcut('change-channel')
  return (
    <div
      id={ELEMENT_IDS.startChannels}
      role="radiogroup"
      aria-label={text('newConversation.channel')}
      aria-describedby="other-channels"
      className="flex items-center gap-0.5"
    >
      {channels.length > 1 && keys !== undefined && (
        <span className="me-1 text-faint">
          <Kbd keys={keys} isHeard />
        </span>
      )}
      {channels.map((option) => (
        <Choice key={option} channel={option} isChosen={option === channel} onChoose={onChoose} />
      ))}
    </div>
  )
}

type ChoiceProps = {
  readonly channel: Channel
  readonly isChosen: boolean
  readonly onChoose: (channel: Channel) => void
}

function Choice({ channel, isChosen, onChoose }: ChoiceProps) {
  return (
    <label
      title={channelLabel(channel)}
      className={classNames(
        'relative flex h-6 items-center justify-center gap-1.5 rounded-sm px-1.5 text-sm font-medium transition-colors',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus',
        isChosen ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-hover hover:text-ink',
      )}
    >
      <input
        type="radio"
        name="channel"
        value={channel}
        checked={isChosen}
        aria-label={channelLabel(channel)}
        // The dialog focuses its first field that Tab reaches.
        tabIndex={isChosen ? 0 : -1}
        onChange={() => onChoose(channel)}
        className="absolute inset-0 appearance-none outline-none"
      />
      <ChannelGlyph channel={channel} size={14} />
      {isChosen && <span aria-hidden="true">{channelLabel(channel)}</span>}
    </label>
  )
}
