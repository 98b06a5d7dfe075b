import { z } from 'zod'
import { LANGUAGE_SETTINGS, type TextLanguage } from '../../src/shared/language.ts'
import { type Look, type LookChange, THEMES } from '../../src/shared/look.ts'
import type { StateFile } from '../storage/state-file.ts'

/** The parts of Electron that change the look and the language of the app. */
export interface Surface {
  /** Applies to the page, the window frame and the system's dialogs. */
  showTheme(theme: Look['theme']): void
  /** Sets the language of this process, and of the page when it loads again. Returns it. */
  useLanguage(language: Look['language']): TextLanguage
  zoomLevel(): number
  /** Chromium stores the zoom level. */
  zoomTo(level: number): void
}

export interface Appearance {
  read(): Look
  change(change: LookChange): Look
}

/** Persisted. One unusable field does not cost the other. */
const kept = z.object({
  theme: z.enum(THEMES).catch('system'),
  language: z.enum(LANGUAGE_SETTINGS).catch('system'),
})
type Kept = z.infer<typeof kept>

/** Applies theme and language immediately, before any window exists, so that nothing flashes. Call it after the app is ready. */
export function makeAppearance(file: StateFile, surface: Surface): Appearance {
  const stored = kept.safeParse(file.read())
  let { theme, language }: Kept = stored.success ? stored.data : { theme: 'system', language: 'system' }
  surface.showTheme(theme)
  let textLanguage = surface.useLanguage(language)
  const read = (): Look => ({ theme, language, textLanguage, zoomLevel: surface.zoomLevel() })
  return {
    read,
    change(change) {
      if (change.zoomLevel !== undefined) surface.zoomTo(change.zoomLevel)
      if (change.theme !== undefined && change.theme !== theme) {
        theme = change.theme
        surface.showTheme(theme)
        keep(file, { theme, language })
      }
      if (change.language !== undefined && change.language !== language) {
        language = change.language
        textLanguage = surface.useLanguage(language)
        keep(file, { theme, language })
      }
      return read()
    },
  }
}

/** If the write fails, the change lasts until the app quits. */
function keep(file: StateFile, state: Kept): void {
  try {
    file.write(state)
  } catch {
    // The change has been applied already, and the stored one is only a convenience.
  }
}
