import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startCustomers } from '../../../electron/sandbox/customers.ts'
import { createRandom } from '../../../electron/sandbox/random.ts'
import { CHECK_INS } from '../../../electron/sandbox/seed/check-ins.ts'
import { answerText, unpromptedText } from '../../../electron/sandbox/seed/customer-text.ts'
import { languageOf, LANGUAGES } from '../../../electron/sandbox/seed/language.ts'
import { createPerson } from '../../../electron/sandbox/seed/people.ts'
import { storiesFor } from '../../../electron/sandbox/seed/seed-conversations.ts'
import { fillTurns } from '../../../electron/sandbox/seed/write-thread.ts'
import { CHANNELS } from '../../../src/shared/model.ts'
import { createSandboxApp } from './sandbox-app.ts'

/** Only templates have these characters, for a choice or a placeholder. `>` alone starts a quoted line of an email. */
const TEMPLATE = /[<{}|]/

function speakerOf(code: string, index: number, seed: number) {
  return { ...createPerson(index, seed), language: languageOf(code) }
}

const codes = fc.constantFrom(...LANGUAGES.map(({ code }) => code))
const seeds = fc.integer({ min: 0, max: 0xffff_ffff })

describe('the texts of the embedded account', () => {
  it('have no template characters in customer messages in any language', () => {
    const chosen = new Set<string>()
    fc.assert(
      fc.property(codes, seeds, (code, seed) => {
        const person = speakerOf(code, seed % 1_000, seed)
        const written = [
          answerText(person.language, createRandom(seed)),
          unpromptedText(person.language, createRandom(seed)),
        ]
        written.forEach((text) => chosen.add(text))
        expect(written.filter((text) => TEMPLATE.test(text) || text.trim() === '')).toEqual([])
      }),
      { numRuns: 2_000 },
    )
    expect(chosen).toContain('Great, that works for me 👍')
    expect(chosen).toContain('Lovely, that works for me 👍')
  })

  it('have no template characters in any turn of a story or check-in in any language', () => {
    fc.assert(
      fc.property(codes, seeds, fc.integer({ min: 0, max: 5_000 }), (code, seed, index) => {
        const person = speakerOf(code, index, seed)
        const stories = CHANNELS.flatMap((channel) => storiesFor(person.language, channel))
        const turns = [
          ...stories.flatMap((story) => story.turns),
          ...CHECK_INS.flat().map((turn) => turn.replaceAll('{n}', '3')),
        ]
        const filled = fillTurns({ person, seed, index }, turns)
        expect(filled.filter((text) => TEMPLATE.test(text))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('have no template characters in conversations after customers write for a long time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { account, clock } = createSandboxApp({ conversations: 120 })
        const stop = startCustomers({ account, clock, random: createRandom(seed), seed })
        for (const conversation of account.newest(120))
          account.send(conversation, 'assistant', 'Does that suit you?', 1)
        clock.pass(3 * 3_600_000)
        stop()
        const texts = account
          .newest(1_000)
          .flatMap(({ subject, customer, thread }) => [
            subject,
            customer.name,
            ...thread.read().map(({ content }) => content),
          ])
        expect(texts.filter((text) => text !== undefined && text !== null && TEMPLATE.test(text))).toEqual([])
      }),
      { numRuns: 10 },
    )
  })
})
