import { useId, useState } from 'react'
import { FINISHES } from '../commands/command.ts'
import { withFinish } from '../commands/keys/keymap.ts'
import { ADVANCES, useCommandSettings } from '../commands/settings.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { READ_TIMINGS, readReadTiming, saveReadTiming } from '../seen/settings.ts'
import { Choice } from '../ui/choice.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { isMac, keyWords } from '../ui/key-names.ts'
import { Setting } from './setting.tsx'

const TIMING_NAMES = {
  open: 'On opening',
  'half-second': 'After 0.5 s',
  'two-seconds': 'After 2 s',
  reply: 'On reply',
  hand: 'Manually',
} as const

const TIMING_DESCRIPTIONS = {
  open: 'As soon as the messages are on screen.',
  'half-second': 'After the messages are on screen for half a second, so moving along the list leaves others unread.',
  'two-seconds': 'After the messages are on screen for two seconds, so a glance leaves a conversation unread.',
  reply: 'When you reply. Opening a conversation changes nothing.',
  hand: 'Only when you mark them yourself. Opening or replying changes nothing.',
} as const

const FINISH_NAMES = { resolve: 'Resolve', close: 'Close' } as const
const ADVANCE_NAMES = {
  next: 'Next',
  previous: 'Previous',
  first: 'First in list',
  list: 'None',
} as const

/** When a conversation is marked as read, what E does, and which conversation comes next. */
export function ReadingSection() {
  const settings = useCommandSettings()
  const { setState } = useCommandSettings
  const [timing, setTiming] = useState(() => readReadTiming(localStorage))
  const doneKey = useShortcut(settings.finish)
  const otherKey = useShortcut(settings.finish === 'resolve' ? 'close' : 'resolve')
  const [timingId, finishId, advanceId] = [useId(), useId(), useId()]
  return (
    <>
      <Setting
        title="Mark conversations as read"
        titleId={timingId}
        description={`${TIMING_DESCRIPTIONS[timing]} Never while the window is in the background or several are selected. Kept on this device only.`}
      >
        <Choice
          labelledBy={timingId}
          options={READ_TIMINGS.map((value) => ({ value, label: TIMING_NAMES[value] }))}
          value={timing}
          onChoose={(chosen) => {
            saveReadTiming(localStorage, chosen)
            setTiming(chosen)
          }}
        />
      </Setting>
      <Setting
        title={doneKey === undefined ? 'Shortcut to finish' : `Shortcut ${keyWords(doneKey, isMac())}`}
        titleId={finishId}
        description={<FinishDescription doneKey={doneKey} otherKey={otherKey} />}
      >
        <Choice
          labelledBy={finishId}
          options={FINISHES.map((value) => ({ value, label: FINISH_NAMES[value] }))}
          value={settings.finish}
          onChoose={(finish) => setState(withFinish(settings, finish))}
        />
      </Setting>
      <Setting
        title="After you resolve, close or snooze"
        titleId={advanceId}
        description="Which conversation opens next. Focus mode always opens the next one."
      >
        <Choice
          labelledBy={advanceId}
          options={ADVANCES.map((value) => ({ value, label: ADVANCE_NAMES[value] }))}
          value={settings.advance}
          onChoose={(advance) => setState({ advance })}
        />
      </Setting>
    </>
  )
}

type FinishDescriptionProps = { readonly doneKey: string | undefined; readonly otherKey: string | undefined }

/** Explains the setting with the user's own shortcuts. */
function FinishDescription({ doneKey, otherKey }: FinishDescriptionProps) {
  return (
    <>
      {doneKey === undefined || otherKey === undefined ? (
        'The other action gets the other shortcut.'
      ) : (
        <>
          What <Kbd keys={doneKey} isHeard /> does. The other action gets <Kbd keys={otherKey} isHeard />.
        </>
      )}{' '}
      Buttons, menus, help and “Send and resolve” follow.
    </>
  )
}
