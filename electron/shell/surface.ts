import { app, type BrowserWindow, nativeTheme } from 'electron'
import { languageOf, setLanguage } from '../../src/shared/language.ts'
import type { Surface } from './appearance.ts'

/** Implements Surface with Electron. */
export function makeSurface(windowOf: () => BrowserWindow | null): Surface {
  return {
    showTheme(theme) {
      nativeTheme.themeSource = theme
    },
    useLanguage: (language) => setLanguage(languageOf(language, app.getPreferredSystemLanguages())),
    zoomLevel: () => windowOf()?.webContents.getZoomLevel() ?? 0,
    zoomTo: (level) => windowOf()?.webContents.setZoomLevel(level),
  }
}
