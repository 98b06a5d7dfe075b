import type { WritingSettings } from '../db/writing-settings.ts'
import { type Detected, detectLanguage } from './detect-language.ts'
import type { Dictionary } from './protocol.ts'

export type DictionaryChoice = {
  /** `isCertain`: the user named it, so it also applies to a text that hardly uses it. */
  readonly dictionary: Dictionary
  readonly isCertain: boolean
}

type Facts = {
  readonly settings: Pick<WritingSettings, 'checksSpelling' | 'spellingLanguage'>
  /** The text of the field. */
  readonly text: string
  /** What the customer wrote, for a text that says nothing yet; empty when unknown. */
  readonly hint: string
  /** The language of the app, for a conversation that says nothing either. */
  readonly appLanguage: string
  /** BCP 47, of the system. */
  readonly systemLocale: string
}

/** Null when spelling is off, or for a language without a dictionary: words of it must not be marked by the dictionary of another. */
export function chooseDictionary({ settings, text, hint, appLanguage, systemLocale }: Facts): DictionaryChoice | null {
  if (!settings.checksSpelling) return null
  if (settings.spellingLanguage !== 'automatic') return { dictionary: settings.spellingLanguage, isCertain: true }
  const language = detectLanguage(text) ?? detectLanguage(hint) ?? ofApp(appLanguage)
  if (language === 'es') return { dictionary: 'es', isCertain: false }
  return language === 'en' ? { dictionary: englishOf(systemLocale), isCertain: false } : null
}

function ofApp(language: string): Detected | null {
  return language === 'en' || language === 'es' ? language : null
}

/** British English where the system's English is not that of the United States or the Philippines. */
function englishOf(systemLocale: string): Dictionary {
  return /^en-(?!US|PH)[A-Z]{2}/.test(systemLocale) ? 'en-GB' : 'en-US'
}
