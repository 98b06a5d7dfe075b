import { useLiveQuery } from 'dexie-react-hooks'
import { useId, useState } from 'react'
import {
  type OutboxSettingsChange,
  readOutboxSettings,
  saveOutboxSettings,
  WRITTEN_CHANNELS,
} from '../outbox/settings.ts'
import { text } from '../strings/text.ts'
import { Choice } from '../ui/choice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ChannelGlyph, channelLabel } from '../words/channel.tsx'
import { useWorkspace } from '../workspace.tsx'
import { readHoldSeconds } from './hold-seconds.ts'
import { Setting } from './setting.tsx'

const ON_UNCERTAIN = [
  { value: 'resend', label: text('settings.sending.sendAgain') },
  { value: 'ask', label: text('settings.sending.askMe') },
] as const

/** How long sending can be undone, and what happens to an undelivered message. */
export function SendingSection() {
  const { db } = useWorkspace()
  const settings = useLiveQuery(() => readOutboxSettings(db), [db])
  const [holdId, uncertainId] = [useId(), useId()]
  if (settings === undefined) return null
  const save = (change: OutboxSettingsChange): void => void saveOutboxSettings(db, change)
  return (
    <>
      <Setting
        title={text('settings.sending.undo.title')}
        titleId={holdId}
        description={text('settings.sending.undo.description')}
      >
        <ul aria-labelledby={holdId} className="flex flex-col gap-1.5">
          {WRITTEN_CHANNELS.map((channel) => (
            <li key={channel} className="flex items-start gap-2">
              <span className="flex h-8 w-28 items-center gap-2 text-base text-muted">
                <ChannelGlyph channel={channel} size={14} />
                {channelLabel(channel)}
              </span>
              <HoldField
                label={text('settings.sending.undoWindow', { channel: channelLabel(channel) })}
                holdMs={settings.holdMs[channel]}
                onSave={(holdMs) => save({ holdMs: { [channel]: holdMs } })}
              />
            </li>
          ))}
        </ul>
      </Setting>
      <Setting
        title={text('settings.sending.notDelivered.title')}
        titleId={uncertainId}
        description={text('settings.sending.notDelivered.description')}
      >
        <Choice
          labelledBy={uncertainId}
          options={ON_UNCERTAIN}
          value={settings.onUncertain}
          onChoose={(onUncertain) => save({ onUncertain })}
        />
      </Setting>
    </>
  )
}

type HoldFieldProps = {
  readonly label: string
  readonly holdMs: number
  readonly onSave: (holdMs: number) => void
}

/** Saves each valid value while typing. An invalid one shows an error and keeps the previous value. */
function HoldField({ label, holdMs, onSave }: HoldFieldProps) {
  const [value, setValue] = useState(String(holdMs / 1000))
  const read = readHoldSeconds(value)
  return (
    <TextField
      label={label}
      hideLabel
      inputMode="numeric"
      autoComplete="off"
      value={value}
      trailing={<span className="pe-1.5 text-sm text-faint">{text('settings.sending.secondsUnit')}</span>}
      error={
        'problem' in read ? text('settings.sending.stillSet', { problem: read.problem, seconds: holdMs / 1000 }) : null
      }
      className="w-36"
      onChange={(event) => {
        const typed = event.target.value
        setValue(typed)
        const next = readHoldSeconds(typed)
        if ('holdMs' in next) onSave(next.holdMs)
      }}
    />
  )
}
