import { type BrowserWindow, nativeTheme } from 'electron'
import type { Surface } from './appearance.ts'

/** Implements Surface with Electron. */
export function makeSurface(windowOf: () => BrowserWindow | null): Surface {
  return {
    showTheme(theme) {
      nativeTheme.themeSource = theme
    },
    zoomLevel: () => windowOf()?.webContents.getZoomLevel() ?? 0,
    zoomTo: (level) => windowOf()?.webContents.setZoomLevel(level),
  }
}
