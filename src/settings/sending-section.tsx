import { useLiveQuery } from 'dexie-react-hooks'
import { useId, useState } from 'react'
import { type OutboxSettings, readOutboxSettings, saveOutboxSettings } from '../outbox/settings.ts'
import { Choice } from '../ui/choice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWorkspace } from '../workspace.tsx'
import { readHoldSeconds } from './hold-seconds.ts'
import { Setting } from './setting.tsx'

const ON_UNCERTAIN = [
  { value: 'resend', label: 'Send it again' },
  { value: 'ask', label: 'Ask me' },
] as const

/** How long a message can be taken back, and what is done with one that did not arrive. */
export function SendingSection() {
  const { db } = useWorkspace()
  const settings = useLiveQuery(() => readOutboxSettings(db), [db])
  const uncertainId = useId()
  if (settings === undefined) return null
  const save = (change: Partial<OutboxSettings>): void => void saveOutboxSettings(db, change)
  return (
    <>
      <Setting
        title="Undo an email"
        words="How long an email waits here before it leaves. Until then Undo brings it back. 0 sends at once."
      >
        <HoldField
          label="Undo window for emails"
          holdMs={settings.emailHoldMs}
          onSave={(emailHoldMs) => save({ emailHoldMs })}
        />
      </Setting>
      <Setting title="Undo an SMS or a chat message" words="The same for every other channel.">
        <HoldField
          label="Undo window for SMS and chats"
          holdMs={settings.chatHoldMs}
          onSave={(chatHoldMs) => save({ chatHoldMs })}
        />
      </Setting>
      <Setting
        title="When a message did not arrive"
        titleId={uncertainId}
        words="When the answer to a message is lost, Clarion looks for two minutes whether the server has it. If not, it can go out again by itself, twice at most, or wait for your word."
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

/** Saves what makes sense as it is written; what does not is said, and what held before holds on. */
function HoldField({ label, holdMs, onSave }: HoldFieldProps) {
  const [text, setText] = useState(String(holdMs / 1000))
  const read = readHoldSeconds(text)
  return (
    <TextField
      label={label}
      hideLabel
      inputMode="numeric"
      autoComplete="off"
      value={text}
      trailing={<span className="pr-1.5 text-sm text-faint">s</span>}
      error={'problem' in read ? `${read.problem} Still ${holdMs / 1000} s.` : null}
      className="w-48"
      onChange={(event) => {
        const written = event.target.value
        setText(written)
        const next = readHoldSeconds(written)
        if ('holdMs' in next) onSave(next.holdMs)
      }}
    />
  )
}
