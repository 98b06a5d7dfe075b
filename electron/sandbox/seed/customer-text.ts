import type { Random } from '../random.ts'
import { drawPlaceholders, fillText } from './fill-text.ts'
import type { Language } from './story.ts'

/** The customer's answer to our last message. */
export function answerText(language: Language, random: Random): string {
  return pickText(language.answers, language, random)
}

/** A customer's message that is not an answer. */
export function unpromptedText(language: Language, random: Random): string {
  return pickText(language.nudges, language, random)
}

function pickText(templates: readonly string[], language: Language, random: Random): string {
  return fillText(random.pick(templates), drawPlaceholders(language, null, random), random)
}
