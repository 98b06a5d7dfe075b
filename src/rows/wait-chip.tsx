import { CircleAlert, Timer } from 'lucide-react'
import type { ReactNode } from 'react'
import { richText } from '../strings/rich-text.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { writeDate } from '../ui/date-words.ts'
import { timeWords } from '../ui/time-words.ts'
import type { NamedContext } from './mark-names.ts'
import { isLate } from './waiting.ts'

/** Elements that stay the same do not render again when the row shows another conversation. */
const SOON = <Timer size={12} aria-hidden="true" className="shrink-0" />
const LATE = <CircleAlert size={12} aria-hidden="true" className="shrink-0" />

type WaitContext = Pick<NamedContext, 'now' | 'answerWithinMs'>

/** How long the customer has waited: amber, and red once that is longer than the user's target. `isShort`: without the word. Not a component, because a list draws many. */
export function drawWait(since: number, { now, answerWithinMs }: WaitContext, isShort: boolean): ReactNode {
  const isPastTarget = isLate(since, now, answerWithinMs)
  return (
    <span
      title={text('inbox.waitingSince', { when: writeDate(since, 'full') })}
      className={classNames(
        'flex h-4.5 shrink-0 items-center gap-1 rounded-full px-1.5 text-xs leading-marks font-medium whitespace-nowrap',
        isPastTarget ? 'bg-danger-soft text-danger' : 'bg-warning-soft text-warning',
      )}
    >
      {isPastTarget ? LATE : SOON}
      <span>
        {richText('inbox.waits', {
          label: (inner) => <span className={classNames('hidden', !isShort && '@min-[200px]:inline')}>{inner}</span>,
          age: timeWords(since, now, 'short'),
        })}
      </span>
    </span>
  )
}
