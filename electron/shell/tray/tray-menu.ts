import type { MenuItemConstructorOptions } from 'electron'
import { text } from '../../strings/text.ts'

export type TrayState = {
  /** Conversations that wait for an answer. */
  readonly waiting: number
  readonly isLocked: boolean
  /** An open workspace, in which a conversation can be started. */
  readonly hasWorkspace: boolean
}

export type TrayActions = {
  readonly onOpen: () => void
  readonly onNewConversation: () => void
  readonly onLock: () => void
  readonly onQuit: () => void
}

/** The menu of the icon in the tray. The count is no secret: the icon of the app shows it too. */
export function trayMenu(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  const { waiting, isLocked, hasWorkspace } = state
  return [
    ...dockMenu(state, actions),
    ...(hasWorkspace && !isLocked
      ? [{ id: 'tray-waiting', label: text('tray.waiting', { count: waiting }), enabled: false }]
      : []),
    { type: 'separator' },
    ...(isLocked ? [] : [{ id: 'tray-lock', label: text('tray.lock'), click: actions.onLock }]),
    { id: 'tray-quit', label: text('tray.quit'), click: actions.onQuit },
  ]
}

/** The menu of the icon in the Dock, to which macOS adds its own items. */
export function dockMenu({ isLocked, hasWorkspace }: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  return [
    { id: 'tray-open', label: text('tray.open'), click: actions.onOpen },
    {
      id: 'tray-new-conversation',
      label: text('tray.newConversation'),
      enabled: hasWorkspace && !isLocked,
      click: actions.onNewConversation,
    },
  ]
}
