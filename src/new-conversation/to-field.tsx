import { useEffect, useId, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { text } from '../strings/text.ts'
import { TextField } from '../ui/text-field.tsx'
import { countryOf, regionName } from './contact-check.ts'
import { chosenChannel, type Form, suggestName } from './form.ts'
import { type KnownPerson, startChannel } from './known-people.ts'
import { PeopleList, personId } from './people-list.tsx'
import type { CheckedForm } from './start.ts'

/** A pasted link may be long, UTF-16 units. */
const MAX_TO = 1_000

type ToFieldProps = {
  readonly form: Form
  readonly checked: CheckedForm
  /** Known people who match. */
  readonly known: readonly KnownPerson[]
  /** The user has tried to start the conversation. From then on an empty field is an error. */
  readonly hasTriedToStart: boolean
  readonly onChange: (change: Partial<Form>) => void
  /** False when the address is already known. */
  readonly takesFocus: boolean
  readonly ref: RefObject<HTMLInputElement | null>
  /** The choice of the channel. */
  readonly children: ReactNode
}

/**
 * The recipient: a name, a number or an e-mail address. Known customers are suggested, chosen with the arrow keys and Enter. An error is shown
 * when the field loses the focus, not while typing.
 */
export function ToField({ form, checked, known, hasTriedToStart, onChange, takesFocus, ref, children }: ToFieldProps) {
  const { check } = checked
  const listId = useId()
  const [isSearching, setSearching] = useState(false)
  const [active, setActive] = useState(0)
  // Runs before the dialog focuses its first field.
  useEffect(() => {
    if (takesFocus) ref.current?.focus()
  }, [ref, takesFocus])
  // An address that a link or a command filled in counts as entered.
  const [valueOnBlur, setValueOnBlur] = useState(takesFocus ? null : form.to)
  const people = isSearching ? known : []
  const chosen = people[active]
  const isLeft = valueOnBlur === form.to && form.to.trim() !== ''

  // A name that was not chosen from the list.
  const isChoice = checked.isName && known.length > 0
  const problem = check.ok ? null : isChoice ? text('newConversation.chooseKnown') : check.problem
  const choose = (person: KnownPerson): void => {
    setSearching(false)
    const { address } = person
    onChange({
      to: address,
      channel: startChannel(person),
      channelFor: address,
      ...suggestName(form, person.name, address),
    })
  }
  /** A pasted "Ana <ana@example.com>" becomes the address and the name. */
  const leave = (): void => {
    setSearching(false)
    setValueOnBlur(form.to)
    if (check.ok && checked.name !== '') {
      setValueOnBlur(check.value)
      // A link beside the name may have decided the channel.
      const channel = chosenChannel(form) === null && { channel: checked.channel, channelFor: check.value }
      onChange({ to: check.value, ...channel, ...suggestName(form, checked.name, check.value) })
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (!isPlain || event.nativeEvent.isComposing) return
    if (!isSearching && event.key === 'ArrowDown' && known.length > 0) {
      setSearching(true)
      return event.preventDefault()
    }
    if (chosen === undefined) return
    if (event.key === 'ArrowDown') setActive((active + 1) % people.length)
    else if (event.key === 'ArrowUp') setActive((active + people.length - 1) % people.length)
    else if (event.key === 'Enter') choose(chosen)
    else return
    event.preventDefault()
  }
  return (
    <div className="relative pt-2.5">
      <TextField
        ref={ref}
        label={text('newConversation.to')}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={people.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : personId(listId, active)}
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={MAX_TO}
        value={form.to}
        placeholder={text('newConversation.toPlaceholder')}
        onChange={(event) => {
          setSearching(true)
          setActive(0)
          onChange({ to: event.target.value })
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
        error={hasTriedToStart || isLeft ? problem : null}
        hint={
          check.ok ? text('newConversation.goesTo', { address: check.label }) : hintFor(checked, navigator.language)
        }
      />
      <div className="absolute top-0 end-0">{children}</div>
      <PeopleList id={listId} people={people} active={active} onChoose={choose} />
    </div>
  )
}

function hintFor({ kind }: CheckedForm, language: string): string {
  if (kind !== 'phone') return text('newConversation.disabledChannels')
  const country = countryOf(language)
  if (country === null) return text('newConversation.includeCountry')
  return text('newConversation.phoneForms', { country: regionName(country) })
}
