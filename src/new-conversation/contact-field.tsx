import { useEffect, useState, type RefObject } from 'react'
import { TextField } from '../ui/text-field.tsx'
import { type ContactCheck, contactKindOf, countryOf } from './contact-check.ts'
import type { Form } from './form.ts'

type ContactFieldProps = {
  readonly form: Form
  readonly check: ContactCheck
  /** Starting was tried: from then on an empty field is a mistake, too. */
  readonly isTried: boolean
  readonly onChange: (change: { readonly phone?: string; readonly email?: string }) => void
  readonly ref: RefObject<HTMLInputElement | null>
}

/** The address that the channel asks for. A mistake is named when the field is left, not while it is being typed. */
export function ContactField({ form, check, isTried, onChange, ref }: ContactFieldProps) {
  const [leftWith, setLeftWith] = useState<string | null>(null)
  // Before the dialog looks for something to focus: hands begin with the address, and the channel is seldom another one.
  useEffect(() => ref.current?.focus(), [ref])
  const isEmail = contactKindOf(form.channel) === 'email'
  const typed = isEmail ? form.email : form.phone
  const isLeft = leftWith === typed && typed.trim() !== ''
  return (
    <TextField
      ref={ref}
      label={isEmail ? 'Email address' : 'Phone number'}
      type={isEmail ? 'email' : 'tel'}
      dir="ltr"
      autoComplete="off"
      spellCheck={false}
      maxLength={254}
      value={typed}
      onChange={(event) => onChange(isEmail ? { email: event.target.value } : { phone: event.target.value })}
      onBlur={() => setLeftWith(typed)}
      error={!check.ok && (isTried || isLeft) ? check.problem : null}
      hint={isEmail ? undefined : check.ok ? `Goes to ${check.words}` : phoneHint(navigator.language)}
    />
  )
}

function phoneHint(language: string): string {
  const country = countryOf(language)
  if (country === null) return 'With the country’s code, as in +44 20 7946 0018'
  const name = new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? country
  return `International with +, or national (${name})`
}
