import { currentLanguage, type Language, type TextLanguage } from '../shared/language.ts'
import { makeTexts, type Translation } from '../shared/messages/texts.ts'
import { EN } from './en/all.ts'

export type TextId = keyof typeof EN

type Translated = Exclude<Language, 'en'>

/** Each is a file of its own, so that the window reads no other language than its own. English is always there: commands are found by it. */
const FILES: Readonly<Record<Translated, () => Promise<Translation<typeof EN>>>> = {
  de: () => import('./de/all.ts').then(({ DE }) => DE),
  es: () => import('./es/all.ts').then(({ ES }) => ES),
}

const translations: { -readonly [Key in Translated]?: Translation<typeof EN> } = {}

/** The texts of the window. `text('inbox.newRows', { count: 3 })`; for texts with elements in them see rich-text.ts. */
export const { text, parts } = makeTexts(EN, translations)

/** Loads the texts of a language. The window needs no call: its own are there before any module that imports this one runs. */
export async function loadTexts(language: TextLanguage): Promise<void> {
  if (language in FILES) translations[language as Translated] = await FILES[language as Translated]()
}

await loadTexts(currentLanguage())
