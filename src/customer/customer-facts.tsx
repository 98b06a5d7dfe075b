import type { Customer } from '../db/customer-queries.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { text } from '../strings/text.ts'
import { countWords, dayTime } from './fact-words.ts'

/** Counts over the conversations and messages on this device. */
export function CustomerFacts({ customer }: { readonly customer: Customer }) {
  const { conversations, messages, firstSeenAt } = customer
  const open = conversations.filter(({ status }) => status === 'open').length
  const facts = [
    [text('customer.firstSeen'), firstSeenAt === null ? text('customer.unknown') : dayTime(firstSeenAt)],
    [text('customer.conversations'), countWords(conversations.length, open)],
    [text('customer.messagesOnDevice'), writeNumber(messages)],
  ] as const
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-t border-line pt-4 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-faint">{name}</dt>
          <dd className="text-end whitespace-nowrap text-muted tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
