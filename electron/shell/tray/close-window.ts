import { type BrowserWindow, dialog } from 'electron'
import { text } from '../../strings/text.ts'
import type { Quitter } from '../quit/quit.ts'
import type { BackgroundKeeper } from './background.ts'
import { closePolicy } from './close-policy.ts'

type ClosingParts = {
  readonly background: Pick<BackgroundKeeper, 'read' | 'isTold' | 'told'>
} & Pick<Quitter, 'isEnding' | 'closing' | 'quit'>

/** Hides a window that the user closes, where the user finds the app again. The first time it says so. */
export function makeWindowClosing({ background, isEnding, closing, quit }: ClosingParts) {
  let isAsking = false

  async function askFirst(window: BrowserWindow): Promise<void> {
    if (isAsking) return
    isAsking = true
    try {
      const keepsRunning = await askToKeepRunning(window)
      background.told({ keepsRunning })
      if (keepsRunning) hideWindow(window)
      else quit()
    } finally {
      isAsking = false
    }
  }

  return function onClosing(event: { readonly preventDefault: () => void }, window: BrowserWindow): void {
    const { keepsRunning, place } = background.read()
    const decision = closePolicy({ isEnding: isEnding(), keepsRunning, place, isTold: background.isTold() })
    if (decision === 'quit') return closing(event)
    event.preventDefault()
    if (decision === 'hide') hideWindow(window)
    else void askFirst(window)
  }
}

async function askToKeepRunning(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'info',
    message: text('background.first.title'),
    detail: text('background.first.text'),
    buttons: [text('background.first.keep'), text('background.first.quit')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 0
}

/** macOS would keep an empty screen of a hidden full-screen window. */
function hideWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (!window.isFullScreen()) return window.hide()
  window.once('leave-full-screen', () => window.hide())
  window.setFullScreen(false)
}
