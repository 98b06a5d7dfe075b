import { type ReactNode, useId, useState } from 'react'
import { FINISHES } from '../commands/command.ts'
import { withFinish } from '../commands/keys/keymap.ts'
import { ADVANCES, useCommandSettings } from '../commands/settings.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { ANSWER_TARGETS, type AnswerTarget, setAnswerTarget, useAnswerTarget } from '../rows/answer-within.ts'
import { READ_TIMINGS, readReadTiming, type ReadTiming, saveReadTiming } from '../seen/settings.ts'
import { richText } from '../strings/rich-text.ts'
import { text } from '../strings/text.ts'
import { Choice } from '../ui/choice.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { isMac, keyWords } from '../ui/key-names.ts'
import { Setting } from './setting.tsx'

const TIMINGS = {
  open: { label: text('settings.reading.onOpening'), when: text('settings.reading.whenOpened') },
  'half-second': {
    label: text('settings.reading.afterSeconds', { seconds: 0.5 }),
    when: text('settings.reading.whenShownHalfSecond'),
  },
  'two-seconds': {
    label: text('settings.reading.afterSeconds', { seconds: 2 }),
    when: text('settings.reading.whenShownTwoSeconds'),
  },
  reply: { label: text('settings.reading.onReply'), when: text('settings.reading.whenReplied') },
  hand: { label: text('settings.reading.manually'), when: text('settings.reading.whenMarked') },
} as const satisfies Record<ReadTiming, unknown>

const FINISH_NAMES = { resolve: text('settings.reading.resolve'), close: text('settings.reading.close') } as const
const ADVANCE_NAMES = {
  next: text('settings.reading.next'),
  previous: text('settings.reading.previous'),
  first: text('settings.reading.firstInList'),
  list: text('settings.reading.none'),
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
        title={text('settings.reading.markAsRead.title')}
        titleId={timingId}
        description={text('settings.reading.markAsRead.description', { when: TIMINGS[timing].when })}
      >
        <Choice
          labelledBy={timingId}
          options={READ_TIMINGS.map((value) => ({ value, label: TIMINGS[value].label }))}
          value={timing}
          onChoose={(chosen) => {
            saveReadTiming(localStorage, chosen)
            setTiming(chosen)
          }}
        />
      </Setting>
      <Setting
        title={
          doneKey === undefined
            ? text('settings.reading.finish.title')
            : text('settings.reading.finish.titleWithKey', { key: keyWords(doneKey, isMac()) })
        }
        titleId={finishId}
        description={finishDescription(doneKey, otherKey)}
      >
        <Choice
          labelledBy={finishId}
          options={FINISHES.map((value) => ({ value, label: FINISH_NAMES[value] }))}
          value={settings.finish}
          onChoose={(finish) => setState(withFinish(settings, finish))}
        />
      </Setting>
      <Setting
        title={text('settings.reading.advance.title')}
        titleId={advanceId}
        description={text('settings.reading.advance.description')}
      >
        <Choice
          labelledBy={advanceId}
          options={ADVANCES.map((value) => ({ value, label: ADVANCE_NAMES[value] }))}
          value={settings.advance}
          onChoose={(advance) => setState({ advance })}
        />
      </Setting>
      <AnswerWithin />
    </>
  )
}

/** The user's target for answers, which colours the waiting time of a row. */
function AnswerWithin() {
  const target = useAnswerTarget()
  const id = useId()
  return (
    <Setting
      title={text('settings.reading.answer.title')}
      titleId={id}
      description={text('settings.reading.answer.description')}
    >
      <Choice
        labelledBy={id}
        options={ANSWER_TARGETS.map((value) => ({ value, label: targetLabel(value) }))}
        value={target}
        onChoose={setAnswerTarget}
      />
    </Setting>
  )
}

function targetLabel(target: AnswerTarget): string {
  if (target === 'none') return text('settings.reading.answer.none')
  const hours = Number(target)
  return hours > 24
    ? text('settings.reading.answer.days', { count: hours / 24 })
    : text('settings.reading.answer.hours', { count: hours })
}

/** Explains the setting with the user's own shortcuts. */
function finishDescription(doneKey: string | undefined, otherKey: string | undefined): ReactNode {
  if (doneKey === undefined || otherKey === undefined) return text('settings.reading.finish.description')
  return richText('settings.reading.finish.descriptionWithKeys', {
    key: <Kbd keys={doneKey} isHeard />,
    otherKey: <Kbd keys={otherKey} isHeard />,
  })
}
