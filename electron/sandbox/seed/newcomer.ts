import type { SandboxAccount } from '../account.ts'
import { createRandom, seedOf } from '../random.ts'
import { createPerson, pickChannel } from './people.ts'
import { storiesFor } from './seed-conversations.ts'
import { fillTurns, speaker } from './write-thread.ts'

/** Above every seeded person, so that a newcomer is nobody the account knows. */
const FIRST_NEWCOMER = 100_000

/** Somebody new begins a conversation with what a story's customer says first. */
export function startNewcomer(account: SandboxAccount, number: number, seed: number): void {
  const index = FIRST_NEWCOMER + number
  const person = createPerson(index, seed)
  const random = createRandom(seedOf(seed, index, 0x6))
  // A call is over before it is in the list, so nobody begins one while we look.
  const drawn = pickChannel(person, random)
  const channel = drawn === 'voice' ? 'sms' : drawn
  const story = random.pick(
    storiesFor(person.language, channel).filter(({ turns }) => speaker(turns[0] ?? '') === 'customer'),
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
