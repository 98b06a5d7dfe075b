import { app, type WebContents } from 'electron'
import type { ZoomStep } from '../../src/shared/zoom.ts'
import { windowKey } from './window-keys.ts'

type WindowKeysOptions = {
  readonly platform: string
  readonly onZoom: (step: ZoomStep) => void
}

/** Handles keys that work in every window, whatever its page shows. */
export function watchWindowKeys({ platform, onZoom }: WindowKeysOptions): void {
  app.on('browser-window-created', (_event, { webContents }) => {
    let isOpeningMenuBar = false
    webContents.on('before-input-event', (event, input) => {
      const key = isOpeningMenuBar ? null : windowKey(input, platform)
      if (key === null) return
      event.preventDefault()
      if (key === 'none') return
      if (key !== 'menu-bar') return onZoom(key.zoom)
      isOpeningMenuBar = true
      openMenuBar(webContents)
      isOpeningMenuBar = false
    })
  })
}

/** Sends an Alt key press, because Electron has no call that focuses the menu bar. Electron also hides the bar again afterwards. */
function openMenuBar(webContents: WebContents): void {
  webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Alt', modifiers: ['alt'] })
  webContents.sendInputEvent({ type: 'keyUp', keyCode: 'Alt' })
}
