import { useEffect, useId, useState, type KeyboardEvent, type RefObject } from 'react'
import { text } from '../strings/text.ts'
import { TextField } from '../ui/text-field.tsx'
import { type ContactCheck, contactKindOf, countryOf, regionName } from './contact-check.ts'
import type { Form } from './form.ts'
import type { KnownPerson } from './known-people.ts'
import { PeopleList, personId } from './people-list.tsx'
import { usePeople } from './use-people.ts'

type ContactFieldProps = {
  readonly form: Form
  readonly check: ContactCheck
  /** The user has tried to start the conversation. From then on an empty field is an error. */
  readonly hasTriedToStart: boolean
  readonly onChange: (change: Partial<Form>) => void
  /** False when the address is already known. */
  readonly takesFocus: boolean
  readonly ref: RefObject<HTMLInputElement | null>
}

/**
 * The address for the channel. Typing a name suggests known customers, chosen with the arrow keys and Enter. An error is
 * shown when the field loses the focus, not while typing.
 */
export function ContactField({ form, check, hasTriedToStart, onChange, takesFocus, ref }: ContactFieldProps) {
  const listId = useId()
  const [isSearching, setSearching] = useState(false)
  const [active, setActive] = useState(0)
  // Runs before the dialog focuses its first field. Users start with the address and seldom change the channel.
  useEffect(() => {
    if (takesFocus) ref.current?.focus()
  }, [ref, takesFocus])
  const isEmail = contactKindOf(form.channel) === 'email'
  const typed = isEmail ? form.email : form.phone
  // An address that a link or a command filled in counts as entered.
  const [valueOnBlur, setValueOnBlur] = useState(takesFocus ? null : typed)
  const known = usePeople(typed, isEmail ? 'email' : 'phone')
  const people = isSearching ? known : []
  const chosen = people[active]
  const isLeft = valueOnBlur === typed && typed.trim() !== ''

  const type = (address: string, name?: string): void =>
    onChange({ ...(isEmail ? { email: address } : { phone: address }), ...(name === undefined ? {} : { name }) })
  const choose = ({ address, name }: KnownPerson): void => {
    setSearching(false)
    type(address, name !== null && form.name.trim() === '' ? name : undefined)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (chosen === undefined || !isPlain || event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive((active + 1) % people.length)
    else if (event.key === 'ArrowUp') setActive((active + people.length - 1) % people.length)
    else if (event.key === 'Enter') choose(chosen)
    else return
    event.preventDefault()
  }
  return (
    <div className="relative">
      <TextField
        ref={ref}
        label={isEmail ? text('newConversation.email') : text('newConversation.phone')}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={people.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : personId(listId, active)}
        // Not type="tel": the field also takes a name.
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={254}
        value={typed}
        placeholder={isEmail ? text('newConversation.emailOrName') : text('newConversation.phoneOrName')}
        onChange={(event) => {
          setSearching(true)
          setActive(0)
          type(event.target.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setSearching(false)
          setValueOnBlur(typed)
        }}
        error={!check.ok && (hasTriedToStart || isLeft) ? check.problem : null}
        hint={
          isEmail
            ? undefined
            : check.ok
              ? text('newConversation.goesTo', { address: check.label })
              : phoneHint(navigator.language)
        }
      />
      <PeopleList id={listId} people={people} active={active} onChoose={choose} />
    </div>
  )
}

function phoneHint(language: string): string {
  const country = countryOf(language)
  if (country === null) return text('newConversation.includeCountry')
  return text('newConversation.phoneForms', { country: regionName(country) })
}
