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
  /** Windows. Its presence tells that notifications take replies. */
  readonly handleActivation?: unknown
}
