import { z } from 'zod'
import { type Look, THEMES } from '../../src/shared/look.ts'
import type { StateFile } from '../storage/state-file.ts'

/** The parts of Electron that change the look of the window. */
export interface Surface {
  /** Applies to the page, the window frame and the system's dialogs. */
  showTheme(theme: Look['theme']): void
  zoomLevel(): number
  /** Chromium stores the zoom level. */
  zoomTo(level: number): void
}

export interface Appearance {
  read(): Look
  change(change: Partial<Look>): Look
}

/** Persisted. */
const kept = z.object({ theme: z.enum(THEMES) })

/** Applies the theme immediately, before any window exists, so that nothing flashes. */
export function makeAppearance(file: StateFile, surface: Surface): Appearance {
  const stored = kept.safeParse(file.read())
  let theme: Look['theme'] = stored.success ? stored.data.theme : 'system'
  surface.showTheme(theme)
  const read = (): Look => ({ theme, zoomLevel: surface.zoomLevel() })
  return {
    read,
    change(change) {
      if (change.zoomLevel !== undefined) surface.zoomTo(change.zoomLevel)
      if (change.theme !== undefined && change.theme !== theme) {
        theme = change.theme
        surface.showTheme(theme)
        keepTheme(file, theme)
      }
      return read()
    },
  }
}

/** If the write fails, the change lasts until the app quits. */
function keepTheme(file: StateFile, theme: Look['theme']): void {
  try {
    file.write({ theme })
  } catch {
    // The theme has changed already, and the stored one is only a convenience.
  }
}
