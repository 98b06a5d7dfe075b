import type { LanguageSetting, TextLanguage } from './language.ts'

export const THEMES = ['system', 'light', 'dark'] as const

/** The app's appearance, independent of the workspace. */
export type Look = {
  readonly theme: (typeof THEMES)[number]
  readonly language: LanguageSetting
  /** The language that the setting gives. The page has it after its next load. */
  readonly textLanguage: TextLanguage
  /** Chromium's zoom level: 0 is 100 %, and each level is a fifth larger than the one below. */
  readonly zoomLevel: number
}

/** Absent fields stay. */
export type LookChange = Partial<Omit<Look, 'textLanguage'>>
