import type { LanguageSetting } from './language.ts'

export const THEMES = ['system', 'light', 'dark'] as const

/** The app's appearance, independent of the workspace. */
export type Look = {
  readonly theme: (typeof THEMES)[number]
  /** A change applies when the page loads again. */
  readonly language: LanguageSetting
  /** Chromium's zoom level: 0 is 100 %, and each level is a fifth larger than the one below. */
  readonly zoomLevel: number
}
