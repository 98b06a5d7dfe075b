import type { SandboxAccount } from '../account.ts'
import { createRandom, seedOf } from '../random.ts'
import { createPerson, pickChannel } from './people.ts'
import { storiesFor } from './seed-conversations.ts'
import { fillTurns, senderOf } from './write-thread.ts'

/** Above every seeded person, so that a newcomer is never a known customer. */
const FIRST_NEWCOMER = 100_000

/** A new customer starts a conversation with the first message of a story. */
export function startNewcomer(account: SandboxAccount, number: number, seed: number): void {
  const index = FIRST_NEWCOMER + number
  const person = createPerson(index, seed)
  const random = createRandom(seedOf(seed, index, 0x6))
  // The API lists a call only after its end, so no newcomer starts one.
  const picked = pickChannel(person, random)
  const channel = picked === 'voice' ? 'sms' : picked
  const story = random.pick(
    storiesFor(person.language, channel).filter(({ turns }) => senderOf(turns[0] ?? '') === 'customer'),
  )
  const { name, phone, email } = person.customer
  const conversation = account.create(
    {
      channel,
      language: person.language.code,
      subject: story.subject,
      ...(name && { name }),
      ...(phone && { phone }),
      ...(email && { email }),
    },
    null,
  )
  const [first = ''] = fillTurns({ person, seed, index }, story.turns)
  account.send(conversation, 'customer', first, null)
}
