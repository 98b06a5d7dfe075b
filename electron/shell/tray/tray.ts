import { app, Menu, Tray } from 'electron'
import type { HiddenPlace } from '../../../src/shared/background.ts'
import { errorFactsOf } from '../../storage/error-facts.ts'
import type { Log } from '../../storage/log.ts'
import { sessionBusAddress, watchTrayHost } from './tray-host.ts'
import { trayIcon } from './tray-icon.ts'
import { dockMenu, type TrayActions, trayMenu, type TrayState } from './tray-menu.ts'

export interface AppTray {
  /** Where a hidden window is found. On Linux `nowhere` until the desktop has answered. */
  readonly place: () => HiddenPlace
  /** A desktop that shows no tray now may show one later. */
  readonly mayAppear: boolean
  /** Shows the menu of this state. */
  readonly show: (state: TrayState) => void
}

/** The icon in the tray. Call it after the app is ready. `onGone`: the tray has disappeared, and a hidden window would be out of reach. */
export function makeTray(options: {
  readonly platform: string
  readonly actions: TrayActions
  readonly onGone: () => void
  readonly log: Log
}): AppTray {
  const { platform, actions, onGone, log } = options
  let state: TrayState = { waiting: 0, isLocked: false, hasWorkspace: false }
  let tray: Tray | null = null

  function draw(): void {
    tray?.setContextMenu(Menu.buildFromTemplate(trayMenu(state, actions)))
    if (platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate(dockMenu(state, actions)))
  }

  /** A new icon, because a desktop that starts again doesn't know the old one. */
  function appear(): void {
    tray?.destroy()
    tray = null
    try {
      tray = new Tray(trayIcon(platform))
    } catch (error) {
      log('no-tray', errorFactsOf(error))
      return
    }
    tray.setToolTip('Clarion')
    tray.on('click', actions.onOpen)
    draw()
  }

  function disappear(): void {
    if (tray === null) return
    tray.destroy()
    tray = null
    onGone()
  }

  const address = platform === 'linux' ? sessionBusAddress(process.env) : null
  if (platform !== 'linux') appear()
  else {
    const report = (isThere: boolean): void => {
      log('tray-host', { isThere })
      if (isThere) appear()
      else disappear()
    }
    void watchTrayHost(address, report, log)
  }
  return {
    mayAppear: address !== null,
    place: () => (platform === 'darwin' ? 'dock' : tray === null ? 'nowhere' : 'tray'),
    show(next) {
      const isSame =
        next.waiting === state.waiting && next.isLocked === state.isLocked && next.hasWorkspace === state.hasWorkspace
      state = next
      if (!isSame) draw()
    },
  }
}
