import { makeTexts } from '../shared/messages/texts.ts'
import { DE } from './de/all.ts'
import { EN } from './en/all.ts'
import { ES } from './es/all.ts'

export type TextId = keyof typeof EN

/** The texts of the window. `text('inbox.newRows', { count: 3 })`; for texts with elements in them see rich-text.ts. */
export const { text, parts } = makeTexts(EN, { de: DE, es: ES })
