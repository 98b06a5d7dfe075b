import type { Customer } from '../db/customer-queries.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { countWords, dayTime } from './fact-words.ts'

/** Counts over the conversations and messages on this device. */
export function CustomerFacts({ customer }: { readonly customer: Customer }) {
  const { conversations, messages, firstSeenAt } = customer
  const open = conversations.filter(({ status }) => status === 'open').length
  const facts = [
    ['First seen', firstSeenAt === null ? 'unknown' : dayTime(firstSeenAt)],
    ['Conversations', countWords(conversations.length, open)],
    ['Messages on this device', writeNumber(messages)],
  ] as const
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-4 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-faint">{name}</dt>
          <dd className="text-right text-muted tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
