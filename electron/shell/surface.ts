import { app, type BrowserWindow, nativeTheme } from 'electron'
import { languageOf, setLanguage } from '../../src/shared/language.ts'
import type { Surface } from './appearance.ts'

/** Implements Surface with Electron. */
export function makeSurface(windowOf: () => BrowserWindow | null): Surface {
  return {
    showTheme(theme) {
      nativeTheme.themeSource = theme
    },
    useLanguage(setting) {
      const language = languageOf(setting, app.getPreferredSystemLanguages())
      setLanguage(language)
      return language
    },
    zoomLevel: () => windowOf()?.webContents.getZoomLevel() ?? 0,
    zoomTo: (level) => windowOf()?.webContents.setZoomLevel(level),
  }
}
