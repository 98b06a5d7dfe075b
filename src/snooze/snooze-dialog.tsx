import { AlarmClock, AlarmClockOff } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { partsOf } from '../commands/parts/parts.ts'
import { snoozeTargets } from '../commands/snooze.ts'
import type { Snoozed } from '../db/rows.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { useIsOpened } from '../ui/use-is-opened.ts'
import { useRested } from '../ui/use-rested.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useNow } from '../ui/use-now.ts'
import { openDialog, useView } from '../view/view.ts'
import type { Bulk } from '../view/view-state.ts'
import { useCatalogue, useWorkspace } from '../workspace.tsx'
import { choicesFor, refusalWords, type SnoozeChoice } from './choices.ts'
import { parseWhen } from './parse-when.ts'
import { shownName } from '../words/shown-name.ts'

/** A text that is still being typed is not refused, on screen or aloud. */
const TYPING_PAUSE_MS = 700
const FIELD_ID = 'snooze-until'
const LIST_ID = 'snooze-choices'

/** Offers preset times and a text field. The parsed time is shown before the user presses Enter. */
export function SnoozeDialog({ bulk }: { readonly bulk: Bulk }) {
  const open = useWorkspace()
  const now = useNow(5_000)
  const { keys } = bulk
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const isSnoozed = useCatalogue((catalogue) => keys.some((key) => catalogue.isIn('snoozed', key)))
  const when = parseWhen(typed, now)
  const choices = choicesFor(when, now, isSnoozed)
  const refusal = refusalWords(typed, when, now)
  const rested = useRested(refusal, TYPING_PAUSE_MS)
  const [entered, setEntered] = useState('')
  const shownRefusal = entered === typed ? refusal : rested
  const isOpened = useIsOpened()

  const choose = (snooze: Snoozed | null): void => {
    openDialog('none')
    void snoozeTargets(partsOf(open, useView.getState().acting, keys), snooze)
  }
  const type = (value: string): void => {
    setTyped(value)
    setActive(0)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const choice = choices[active]
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, choices.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key !== 'Enter') return
    else if (choice !== undefined) choose(choice.snooze)
    else setEntered(typed)
    event.preventDefault()
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && openDialog('none')}
      title={useTitle(keys)}
      description={text('snooze.description')}
    >
      <label htmlFor={FIELD_ID} className="sr-only">
        {text('snooze.until')}
      </label>
      <input
        id={FIELD_ID}
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={LIST_ID}
        aria-activedescendant={isOpened && choices.length > 0 ? choiceId(active) : undefined}
        aria-invalid={shownRefusal !== null || undefined}
        aria-describedby={`${FIELD_ID}-note`}
        autoComplete="off"
        spellCheck={false}
        placeholder={text('snooze.placeholder')}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-9 w-full rounded-sm border border-control bg-surface px-3 text-base text-ink placeholder:text-faint"
      />
      <p id={`${FIELD_ID}-note`} role="status" className="min-h-5 pt-1 text-sm text-danger">
        {shownRefusal}
      </p>
      <ul id={LIST_ID} role="listbox" aria-label={text('snooze.suggestions')} className="-mx-2">
        {choices.map((choice, index) => (
          <Choice
            key={choice.name}
            id={choiceId(index)}
            isActive={index === active}
            icon={choice.snooze === null ? <AlarmClockOff size={15} /> : <AlarmClock size={15} />}
            choice={choice}
            onChoose={() => choose(choice.snooze)}
          />
        ))}
      </ul>
    </Dialog>
  )
}

type ChoiceProps = {
  readonly id: string
  readonly isActive: boolean
  readonly icon: ReactNode
  readonly choice: SnoozeChoice
  readonly onChoose: () => void
}

function Choice({ id, isActive, icon, choice, onChoose }: ChoiceProps) {
  return (
    <li
      id={id}
      role="option"
      aria-label={choice.label}
      aria-selected={isActive}
      onClick={onChoose}
      className={classNames('flex h-8 items-center gap-2.5 rounded-sm px-2 hover:bg-hover', isActive && 'bg-selected')}
    >
      <span aria-hidden="true" className={isActive ? 'text-accent' : 'text-faint'}>
        {icon}
      </span>
      <span className="min-w-0 flex-1 truncate">{choice.name}</span>
      <span className="shrink-0 text-sm text-muted">{choice.time}</span>
    </li>
  )
}

function choiceId(index: number): string {
  return `snooze-choice-${index}`
}

/** Names the customer, or the number of conversations. */
function useTitle(keys: readonly string[]): string {
  const [only, ...others] = keys
  const name = useCatalogue(({ row }) => (only === undefined ? undefined : row(only)?.name))
  if (others.length > 0) return text('snooze.title.conversations', { count: keys.length })
  return name === undefined
    ? text('snooze.title.conversation')
    : text('snooze.title.customer', { name: shownName(name) })
}
