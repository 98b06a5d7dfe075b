import { useId, useState } from 'react'
import { FINISHES } from '../commands/command.ts'
import { withFinish } from '../commands/keys/keymap.ts'
import { ADVANCES, useCommandSettings } from '../commands/settings.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { READ_TIMINGS, readReadTiming, saveReadTiming } from '../seen/settings.ts'
import { Choice } from '../ui/choice.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Setting } from './setting.tsx'

const TIMING_NAMES = {
  open: 'On opening',
  'half-second': 'After 0.5 s',
  'two-seconds': 'After 2 s',
  reply: 'On reply',
  hand: 'By hand',
} as const

const TIMING_WORDS = {
  open: 'As soon as its messages are on screen.',
  'half-second': 'Once its messages were on screen for half a second: going along the list leaves the others unread.',
  'two-seconds': 'Once its messages were on screen for two seconds: a glance leaves it unread.',
  reply: 'When you have answered it. Opening it changes nothing.',
  hand: 'Only when you mark it as read. Opening and answering change nothing.',
} as const

const FINISH_NAMES = { resolve: 'Resolves', close: 'Closes' } as const
const ADVANCE_NAMES = {
  next: 'The next one',
  previous: 'The one before',
  first: 'The first in the list',
  list: 'None',
} as const

/** When a conversation counts as read, how it ends, and what comes after it. */
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
        title="A conversation counts as read"
        titleId={timingId}
        words={`${TIMING_WORDS[timing]} Never while this window is behind others, nor while several are selected. Read or unread is known on this device alone.`}
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
        title="The key for done"
        titleId={finishId}
        words={<FinishWords doneKey={doneKey} otherKey={otherKey} />}
      >
        <Choice
          labelledBy={finishId}
          options={FINISHES.map((value) => ({ value, label: FINISH_NAMES[value] }))}
          value={settings.finish}
          onChoose={(finish) => setState(withFinish(settings, finish))}
        />
      </Setting>
      <Setting
        title="After one is resolved, closed or snoozed"
        titleId={advanceId}
        words="Which one is selected then. In focus mode it’s always the next one."
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

type FinishWordsProps = { readonly doneKey: string | undefined; readonly otherKey: string | undefined }

/** By the keys as this person has them. */
function FinishWords({ doneKey, otherKey }: FinishWordsProps) {
  return (
    <>
      {doneKey === undefined || otherKey === undefined ? (
        'The two change keys with each other.'
      ) : (
        <>
          What <Kbd keys={doneKey} isHeard /> does; the other one then has <Kbd keys={otherKey} isHeard />.
        </>
      )}{' '}
      Buttons, menus and help follow, and so does sending and being done in one go.
    </>
  )
}
