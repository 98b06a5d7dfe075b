import type { Random } from '../random.ts'
import type { Language } from './story.ts'

/** What the braces of a text stand for, by the name in them. */
export type Words = Readonly<Record<string, string>>

const STAFF = ['Priya', 'Tomás', 'Mei-Lin', 'Dr. Weiss', 'Dr. Osei', 'Jonah']

/** One draw for a whole conversation, so that its day stays the same day. `first` is null for a customer without a name. */
export function drawWords(language: Language, first: string | null, random: Random): Words {
  return {
    first: first ?? '',
    staff: random.pick(STAFF),
    day: random.pick(language.days),
    time: random.pick(language.times),
    service: random.pick(language.services),
  }
}

/** The only way from a template to a text that is sent: makes each choice `<a|b>` and fills each hole `{word}`. */
export function fillText(template: string, words: Words, random: Random): string {
  return (words['first'] === '' ? template.replaceAll(/,? \{first\}/g, '') : template)
    .replaceAll(/<([^<>]*\|[^<>]*)>/g, (_whole, choices: string) => random.pick(choices.split('|')))
    .replaceAll(/\{(\w+)\}/g, (hole, word: string) => words[word] ?? hole)
}
