/** The languages that all texts exist in. Persisted: add freely, but rename or remove only with a migration. */
export const LANGUAGES = ['en', 'de', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/** Accented and longer English, made at run time. It shows texts that are not translatable or have too little room. */
export const PSEUDO_LANGUAGE = 'en-XA'
export type TextLanguage = Language | typeof PSEUDO_LANGUAGE

/** `system`: the first of the system's languages that Clarion has, else English. */
export const LANGUAGE_SETTINGS = ['system', ...LANGUAGES, PSEUDO_LANGUAGE] as const
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
  return current === PSEUDO_LANGUAGE ? 'en' : current
}

/** The window needs no call: it reads the language from its document. */
export function setLanguage(language: TextLanguage): void {
  current = language
}

/** Main writes the language into the document, so that every module has it from its first line. Workers and tests have no document. */
function readDocumentLanguage(): TextLanguage {
  const { document } = globalThis as { document?: { documentElement?: { lang?: string } } }
  const lang = document?.documentElement?.lang
  return ([...LANGUAGES, PSEUDO_LANGUAGE] as const).find((language) => language === lang) ?? 'en'
}
