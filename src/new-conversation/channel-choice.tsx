import type { Channel } from '../shared/model.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { ChannelGlyph, channelLabel } from '../words/channel.tsx'
import { contactKindOf } from './contact-check.ts'

/** Channels on which a conversation can be started come first. */
const CHOICES: readonly Channel[] = ['sms', 'email', 'whatsapp', 'voice', 'instagram', 'facebook']

type ChannelChoiceProps = { readonly channel: Channel; readonly onChoose: (channel: Channel) => void }

/** The six channels as radio buttons. Those on which no conversation can be started are disabled. */
export function ChannelChoice({ channel, onChoose }: ChannelChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-muted">{text('newConversation.channel')}</legend>
      <div className="grid grid-cols-3 gap-2">
        {CHOICES.map((option) => (
          <Choice key={option} channel={option} isChosen={option === channel} onChoose={onChoose} />
        ))}
      </div>
      <p id="disabled-channels" className="mt-1 text-sm text-faint">
        {text('newConversation.disabledChannels')}
      </p>
    </fieldset>
  )
}

type ChoiceProps = {
  readonly channel: Channel
  readonly isChosen: boolean
  readonly onChoose: (channel: Channel) => void
}

function Choice({ channel, isChosen, onChoose }: ChoiceProps) {
  const isDisabled = contactKindOf(channel) === 'none'
  return (
    <label
      className={classNames(
        'relative flex h-9 items-center justify-center gap-2 rounded-sm border text-base font-medium transition-colors',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus',
        isChosen ? 'border-accent bg-accent-soft text-accent' : 'border-control text-muted',
        isDisabled ? 'border-dashed opacity-60' : !isChosen && 'hover:bg-hover hover:text-ink',
      )}
    >
      <input
        type="radio"
        name="channel"
        value={channel}
        checked={isChosen}
        disabled={isDisabled}
        // The dialog focuses its first field that Tab reaches.
        tabIndex={isChosen ? 0 : -1}
        onChange={() => onChoose(channel)}
        {...(isDisabled && { 'aria-describedby': 'disabled-channels' })}
        className="absolute inset-0 appearance-none outline-none"
      />
      <ChannelGlyph channel={channel} size={15} />
      {channelLabel(channel)}
    </label>
  )
}
