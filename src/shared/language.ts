/** The languages that all texts exist in. Persisted: add freely, but rename or remove only with a migration. */
export const LANGUAGES = ['en', 'de', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * Made from the English texts at run time. `en-XA`, accented and longer, shows texts that are not translatable or have too little room.
 * `ar-XB`, written from right to left, shows what a right-to-left layout does wrong.
 */
export const PSEUDO_LANGUAGES = ['en-XA', 'ar-XB'] as const
type PseudoLanguage = (typeof PSEUDO_LANGUAGES)[number]
export type TextLanguage = Language | PseudoLanguage

/** `system`: the first of the system's languages that Clarion has, else English. */
export const LANGUAGE_SETTINGS = ['system', ...LANGUAGES, ...PSEUDO_LANGUAGES] as const
export type LanguageSetting = (typeof LANGUAGE_SETTINGS)[number]

/** `systemTags`: the user's languages as BCP 47 tags, most preferred first, such as `de-AT`. */
export function languageOf(setting: LanguageSetting, systemTags: readonly string[]): TextLanguage {
  if (setting !== 'system') return setting
  for (const tag of systemTags) {
    const base = tag.toLowerCase().split(/[-_.@]/)[0]
    const language = LANGUAGES.find((candidate) => candidate === base)
    if (language !== undefined) return language
  }
  return 'en'
}

let current: TextLanguage = readDocumentLanguage()

/** The language of every text of this process. In the window it never changes: choosing another language reloads the page. */
export function currentLanguage(): TextLanguage {
  return current
}

/** The language whose rules for plurals, lists and dates apply. */
export function ruleLanguage(): Language {
  return isPseudo(current) ? 'en' : current
}

export function isPseudo(language: TextLanguage): language is PseudoLanguage {
  return PSEUDO_LANGUAGES.some((pseudo) => pseudo === language)
}

/** The direction of the layout. */
export function directionOf(language: TextLanguage): 'ltr' | 'rtl' {
  return language === 'ar-XB' ? 'rtl' : 'ltr'
}

/** The window needs no call: it reads the language from its document. */
export function setLanguage(language: TextLanguage): void {
  current = language
}

/** Main writes the language into the document, so that every module has it from its first line. Workers and tests have no document. */
function readDocumentLanguage(): TextLanguage {
  const { document } = globalThis as { document?: { documentElement?: { lang?: string } } }
  const lang = document?.documentElement?.lang
  return ([...LANGUAGES, ...PSEUDO_LANGUAGES] as const).find((language) => language === lang) ?? 'en'
}
