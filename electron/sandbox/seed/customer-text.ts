import type { Random } from '../random.ts'
import { drawWords, fillText } from './fill-text.ts'
import type { Language } from './story.ts'

/** The customer's answer to our last message. */
export function answerText(language: Language, random: Random): string {
  return pickText(language.answers, language, random)
}

/** A customer's first message in a conversation that they began. */
export function nudgeText(language: Language, random: Random): string {
  return pickText(language.nudges, language, random)
}

function pickText(templates: readonly string[], language: Language, random: Random): string {
  return fillText(random.pick(templates), drawWords(language, null, random), random)
}
