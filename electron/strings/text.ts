import { makeTexts } from '../../src/shared/messages/texts.ts'
import { DE } from './de.ts'
import { EN } from './en.ts'
import { ES } from './es.ts'

export type TextId = keyof typeof EN

/** The texts of the main process. Call it when a text is needed, not at the top of a module: the language is known once the app is ready. */
export const { text } = makeTexts(EN, { de: DE, es: ES })
