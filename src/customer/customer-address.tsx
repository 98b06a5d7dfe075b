import { AtSign, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ConversationSummary } from '../db/overlay.ts'
import { emailKey, phoneKey } from '../shared/contact/contact-identity.ts'
import { text } from '../strings/text.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { usePhoneWords } from '../words/phone-words.ts'
import { CopyButton } from './copy-button.tsx'

/** The phone numbers and email addresses in all of the customer's conversations. */
export function CustomerAddress({ conversations }: { readonly conversations: readonly ConversationSummary[] }) {
  const phones = distinct(
    conversations.map(({ customerPhone }) => customerPhone),
    phoneKey,
  )
  const emails = distinct(
    conversations.map(({ customerEmail }) => customerEmail),
    emailKey,
  )
  if (phones.length + emails.length === 0) return <p className="text-sm text-faint">{text('customer.noAddress')}</p>
  return (
    <ul aria-label={text('customer.addresses')} className="-my-1 flex flex-col">
      {phones.map((phone) => (
        <PhoneLine key={phone} phone={phone} />
      ))}
      {emails.map((email) => (
        <Line key={email} icon={<AtSign size={14} />} text={email} copied={email} />
      ))}
    </ul>
  )
}

function PhoneLine({ phone }: { readonly phone: string }) {
  const grouped = usePhoneWords(phone) ?? phone
  return <Line icon={<Phone size={14} />} text={grouped} copied={phone} />
}

type LineProps = { readonly icon: ReactNode; readonly text: string; readonly copied: string }

function Line({ icon, text: address, copied }: LineProps) {
  const shown = harmlessLine(address)
  return (
    <li className="flex h-7 items-center gap-2 text-base">
      <span aria-hidden="true" className="text-faint">
        {icon}
      </span>
      <bdi dir="ltr" title={shown} className="min-w-0 flex-1 cursor-text truncate select-text">
        {shown}
      </bdi>
      <CopyButton copied={copied} />
    </li>
  )
}

/** Each address once, in the spelling of the newest conversation, which comes first. */
function distinct(values: readonly (string | null)[], keyOf: (value: string) => string): readonly string[] {
  const byKey = new Map<string, string>()
  for (const value of values) {
    if (value === null || value === '') continue
    const key = keyOf(value) || value
    if (!byKey.has(key)) byKey.set(key, value)
  }
  return [...byKey.values()]
}
