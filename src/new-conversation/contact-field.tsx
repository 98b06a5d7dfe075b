import { useEffect, useId, useState, type KeyboardEvent, type RefObject } from 'react'
import { TextField } from '../ui/text-field.tsx'
import { type ContactCheck, contactKindOf, countryOf, regionName } from './contact-check.ts'
import type { Form } from './form.ts'
import type { KnownPerson } from './known-people.ts'
import { PeopleList, personId } from './people-list.tsx'
import { usePeople } from './use-people.ts'

type ContactFieldProps = {
  readonly form: Form
  readonly check: ContactCheck
  /** Starting was tried: from then on an empty field is a mistake, too. */
  readonly isTried: boolean
  readonly onChange: (change: Partial<Form>) => void
  /** False where the address is known, and the message is what is to be written. */
  readonly takesFocus: boolean
  readonly ref: RefObject<HTMLInputElement | null>
}

/**
 * The address that the channel asks for, or the name of somebody whom this device knows: the arrow keys and Enter take one of those. A
 * mistake is named when the field is left, not while it is being typed.
 */
export function ContactField({ form, check, isTried, onChange, takesFocus, ref }: ContactFieldProps) {
  const listId = useId()
  const [leftWith, setLeftWith] = useState<string | null>(null)
  const [isSearching, setSearching] = useState(false)
  const [active, setActive] = useState(0)
  // Before the dialog looks for something to focus: hands begin with the address, and the channel is seldom another one.
  useEffect(() => {
    if (takesFocus) ref.current?.focus()
  }, [ref, takesFocus])
  const isEmail = contactKindOf(form.channel) === 'email'
  const typed = isEmail ? form.email : form.phone
  const known = usePeople(typed, isEmail ? 'email' : 'phone')
  const people = isSearching ? known : []
  const chosen = people[active]
  const isLeft = leftWith === typed && typed.trim() !== ''

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
        label={isEmail ? 'Email address' : 'Phone number'}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={people.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : personId(listId, active)}
        // No keyboard of digits: a name may be typed here, too.
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={254}
        value={typed}
        placeholder={isEmail ? 'Email address or name' : 'Phone number or name'}
        onChange={(event) => {
          setSearching(true)
          setActive(0)
          type(event.target.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setSearching(false)
          setLeftWith(typed)
        }}
        error={!check.ok && (isTried || isLeft) ? check.problem : null}
        hint={isEmail ? undefined : check.ok ? `Goes to ${check.words}` : phoneHint(navigator.language)}
      />
      <PeopleList id={listId} people={people} active={active} onChoose={choose} />
    </div>
  )
}

function phoneHint(language: string): string {
  const country = countryOf(language)
  if (country === null) return 'Include the country code, as in +44 20 7946 0018'
  return `International with +, or local (${regionName(country)})`
}
