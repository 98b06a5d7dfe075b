import type { Random } from '../random.ts'
import { drawWords, fillText } from './fill-text.ts'
import type { Language } from './language.ts'

/** What a customer says to whatever we said last. */
export function answerText(language: Language, random: Random): string {
  return pickText(language.answers, language, random)
}

/** What a customer says out of the blue, in a conversation they began. */
export function nudgeText(language: Language, random: Random): string {
  return pickText(language.nudges, language, random)
}

function pickText(templates: readonly string[], language: Language, random: Random): string {
  return fillText(random.pick(templates), drawWords(language, null, random), random)
}
