import { app, type BrowserWindow } from 'electron'
import type { BackgroundBridge } from '../../../src/shared/lifecycle/background.ts'
import type { Bridge } from '../../../src/shared/bridge.ts'
import type { MenuSection } from '../../../src/shared/menu.ts'
import { sendCommand, sendSaveTyped } from '../../ipc.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Log } from '../../storage/log.ts'
import type { StateFile } from '../../storage/state-file.ts'
import type { OnlyWindow } from '../../window.ts'
import { makeLoginItem } from '../login/login-item.ts'
import type { Quitter } from '../quit/quit.ts'
import { type ClosingEvent, makeSaveFirst } from '../quit/save-first.ts'
import { isStopPageUrl } from '../recovery/stop-page.ts'
import { backgroundPolicyOf, makeBackground } from './background.ts'
import { makeWindowClosing } from './close-window.ts'
import { isHiddenStart, revealWithoutTray } from './start-policy.ts'
import { makeTray } from './tray.ts'
import type { TrayState } from './tray-menu.ts'

type Badge = Pick<Bridge, 'showBadge'>
type ShowMenu = (sections: readonly MenuSection[]) => void
type Closing = (event: ClosingEvent, window: BrowserWindow) => void

/** What keeps the app running without a window, and brings the window back. */
export interface Lifecycle {
  /** A window is about to close. Until `open` it closes as with Quit. */
  readonly closing: Closing
  /** The page has saved what was typed, as it was asked before its window closes. */
  readonly typedSaved: () => void
  /** Call it after the app is ready and its language is known. */
  readonly open: (parts: LifecycleParts) => OpenLifecycle
}

type LifecycleParts = {
  readonly window: OnlyWindow
  readonly file: StateFile
  readonly policy: Pick<Policy, 'locked' | 'value'>
  readonly lock: () => void
  readonly log: Log
}

export interface OpenLifecycle {
  readonly background: BackgroundBridge
  /** The same, and the tray follows. */
  readonly withTray: (badge: Badge, showMenu: ShowMenu) => { readonly badge: Badge; readonly showMenu: ShowMenu }
  readonly showLock: (isLocked: boolean) => void
  /** Opens the first window, or none. `hasLink`: the user opened a link. */
  readonly start: (hasLink: boolean) => void
}

export function makeLifecycle(quitter: Quitter, log: Log): Lifecycle {
  const { platform, env } = process
  let closing: Closing = (event) => quitter.closing(event)
  const saveFirst = makeSaveFirst({
    ask: askToSave,
    isQuitting: quitter.isEnding,
    isSessionEnding: quitter.isSessionEnding,
    quit: () => app.quit(),
    log,
  })
  // Notifications and the taskbar know a packaged app by the id of its shortcut.
  if (platform === 'win32' && app.isPackaged) app.setAppUserModelId(APP_ID)
  // A closed window is gone only when the app quits, on macOS too.
  app.on('window-all-closed', () => app.quit())

  function open({ window, file, policy, lock, log }: LifecycleParts): OpenLifecycle {
    let state: TrayState = { waiting: 0, isLocked: false, hasWorkspace: false }
    const show = (change: Partial<TrayState>): void => tray.show((state = { ...state, ...change }))
    const revealIfLost = (): void =>
      revealWithoutTray({
        hasPlace: () => tray.place() !== 'nowhere',
        mayAppear: tray.mayAppear,
        reveal: () => window.reveal(),
        after: (delayMs, run) => void setTimeout(run, delayMs),
      })
    const command = (id: string): void => {
      window.show()
      sendCommand(window.current()?.webContents, id)
    }
    const actions = {
      onOpen: () => window.show(),
      onNewConversation: () => command(NEW_CONVERSATION),
      onLock: lock,
      onQuit: quitter.quit,
    }
    const tray = makeTray({ platform, actions, onGone: revealIfLost, log })
    const login = makeLoginItem(platform, env)
    const background = makeBackground({ file, login, place: tray.place, policy: backgroundPolicyOf(policy), log })
    closing = makeWindowClosing({ ...quitter, background })
    app.on('activate', () => window.show())
    return {
      background: background.bridge,
      showLock: (isLocked) => show({ isLocked }),
      withTray: (badge, showMenu) => ({
        badge: {
          showBadge(input) {
            show({ waiting: input.count })
            return badge.showBadge(input)
          },
        },
        showMenu(sections) {
          show({ hasWorkspace: hasCommand(sections, NEW_CONVERSATION) })
          showMenu(sections)
        },
      }),
      start(hasLink) {
        const isAtLogin = platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
        const { startsHidden } = background.read()
        if (!isHiddenStart({ args: process.argv.slice(1), isAtLogin, startsHidden }, hasLink)) return window.show()
        window.openHidden()
        revealIfLost()
      },
    }
  }
  return {
    closing(event, window) {
      closing(event, window)
      if (!event.defaultPrevented) saveFirst.closing(event, window)
    },
    typedSaved: saveFirst.saved,
    open,
  }
}

/** The stop page and a page that is gone have nothing to save. */
function askToSave({ webContents }: BrowserWindow): boolean {
  if (webContents.isCrashed() || isStopPageUrl(webContents.getURL())) return false
  sendSaveTyped(webContents)
  return true
}

/** `appId` in electron-builder.yml. */
const APP_ID = 'app.clarion.inbox'
/** The page's command. */
const NEW_CONVERSATION = 'new-conversation'

function hasCommand(sections: readonly MenuSection[], id: string): boolean {
  return sections.some(({ entries }) => entries.some((entry) => entry.id === id))
}
