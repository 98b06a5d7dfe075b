import { arabic } from './languages/arabic.ts'
import { english } from './languages/english.ts'
import { french } from './languages/french.ts'
import { german } from './languages/german.ts'
import { hebrew } from './languages/hebrew.ts'
import { hindi } from './languages/hindi.ts'
import { japanese } from './languages/japanese.ts'
import { polish } from './languages/polish.ts'
import { portuguese } from './languages/portuguese.ts'
import { spanish } from './languages/spanish.ts'

import type { Language } from './story.ts'

export const LANGUAGES: readonly Language[] = [
  english,
  spanish,
  french,
  german,
  portuguese,
  polish,
  arabic,
  hebrew,
  japanese,
  hindi,
]

export function languageOf(code: string): Language {
  return LANGUAGES.find((language) => language.code === code) ?? english
}
