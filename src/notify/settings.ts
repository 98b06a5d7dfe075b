/** How this device calls its person. For all workspaces: it is the person who is called, not the workspace. */
export type NotificationSettings = {
  readonly isOn: boolean
  /** Neither names nor words: for a screen that others see. */
  readonly hidesText: boolean
  readonly hasSound: boolean
}

const DEFAULT_SETTINGS: NotificationSettings = { isOn: true, hidesText: false, hasSound: true }

const NAME = 'notifications'

/** What is stored and makes no sense counts as nothing. */
export function readNotificationSettings(store: Pick<Storage, 'getItem'>): NotificationSettings {
  const stored = parse(store.getItem(NAME) ?? '')
  const read = (name: keyof NotificationSettings): boolean => {
    const value = stored[name]
    return typeof value === 'boolean' ? value : DEFAULT_SETTINGS[name]
  }
  return { isOn: read('isOn'), hidesText: read('hidesText'), hasSound: read('hasSound') }
}

export function saveNotificationSettings(store: Pick<Storage, 'setItem'>, settings: NotificationSettings): void {
  store.setItem(NAME, JSON.stringify(settings))
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
