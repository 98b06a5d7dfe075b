import type { NotificationAbilities } from '../../src/shared/notification.ts'

/** The parts of Electron's Notification that the app uses. What an older Electron lacks is optional. */

export type SystemNotificationOptions = {
  readonly id?: string
  readonly title: string
  readonly body: string
  readonly silent: boolean
  readonly urgency: 'normal'
  readonly hasReply?: boolean
  readonly replyPlaceholder?: string
  readonly actions?: { type: 'button'; text: string }[]
}

export interface SystemNotification {
  readonly id?: string
  on(
    event: 'click' | 'close' | 'failed' | 'show' | 'reply' | 'action',
    listener: (details?: unknown, value?: unknown) => void,
  ): unknown
  show(): void
  close(): void
}

export type NotificationClass = {
  new (options: SystemNotificationOptions): SystemNotification
  isSupported(): boolean
  /** macOS: the notifications of earlier starts that it still shows. */
  getHistory?(): Promise<readonly SystemNotification[]>
  /** Windows. Its presence tells that notifications take replies. Hears of every answer, also of those that an object above hears of. */
  handleActivation?(listener: (details: { readonly type: string; readonly reply?: string }) => void): void
}

/**
 * Whether a notification can take a reply. macOS always can, and Windows with an Electron that has `handleActivation`: both came
 * together. No Electron so far passes replies or actions to a Linux desktop, and no property tells.
 */
export function canTakeAnswers(Notification: NotificationClass, platform: string): boolean {
  return platform === 'darwin' || (platform === 'win32' && Notification.handleActivation !== undefined)
}

export function systemOf(platform: string): NotificationAbilities['system'] {
  return platform === 'darwin' ? 'macos' : platform === 'win32' ? 'windows' : 'linux'
}

/** Newer runtimes put the value into the event, older ones pass it as an argument. */
export function fieldOf(details: unknown, name: 'reply' | 'reason', argument?: unknown): string {
  const inEvent = typeof details === 'object' && details !== null ? Reflect.get(details, name) : undefined
  const value: unknown = inEvent ?? argument
  return typeof value === 'string' ? value : ''
}
