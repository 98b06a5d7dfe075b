import { z } from 'zod'
import { type Look, THEMES } from '../../src/shared/look.ts'
import type { StateFile } from '../storage/state-file.ts'

/** What the system does for the look of the window. */
export interface Surface {
  /** Colours everything: the page, the frame around it, the system's own dialogs. */
  showTheme(theme: Look['theme']): void
  zoomLevel(): number
  /** Kept by the browser from one start to the next. */
  zoomTo(level: number): void
}

export interface Appearance {
  read(): Look
  change(change: Partial<Look>): Look
}

/** Persisted. */
const kept = z.object({ theme: z.enum(THEMES) })

/** Shows the theme at once: it is there before any window is, so that nothing flashes. */
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

/** When the disk refuses the write, the change holds until the app quits. */
function keepTheme(file: StateFile, theme: Look['theme']): void {
  try {
    file.write({ theme })
  } catch {
    // The theme changes even if it cannot be stored.
  }
}
