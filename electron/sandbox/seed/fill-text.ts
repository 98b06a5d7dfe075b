import type { Random } from '../random.ts'
import type { Language } from './story.ts'

/** The values for the placeholders of a text, by name. */
export type Placeholders = Readonly<Record<string, string>>

const STAFF = ['Priya', 'Tomás', 'Mei-Lin', 'Dr. Weiss', 'Dr. Osei', 'Jonah']

/** Values for a whole conversation, so that {day} is the same in each message. `first` is null for a customer without a name. */
export function drawPlaceholders(language: Language, first: string | null, random: Random): Placeholders {
  return {
    first: first ?? '',
    staff: random.pick(STAFF),
    day: random.pick(language.days),
    time: random.pick(language.times),
    service: random.pick(language.services),
  }
}

/** Makes a message from a template: picks one option of each `<a|b>` and replaces each placeholder `{name}`. */
export function fillText(template: string, values: Placeholders, random: Random): string {
  return (values['first'] === '' ? template.replaceAll(/,? \{first\}/g, '') : template)
    .replaceAll(/<([^<>]*\|[^<>]*)>/g, (_whole, choices: string) => random.pick(choices.split('|')))
    .replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
}
