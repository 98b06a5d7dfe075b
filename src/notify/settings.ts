import { readManagedHere } from '../shared/network/managed.ts'
import { DEFAULT_QUIET_HOURS, type QuietHours, readQuietHours } from './quiet-hours.ts'

/** One set of settings for all workspaces of this device. */
export type NotificationSettings = {
  readonly isOn: boolean
  /** Shows neither names nor texts, for a screen that others can see. */
  readonly hidesText: boolean
  readonly hasSound: boolean
  readonly quietHours: QuietHours
}

const DEFAULT_SETTINGS: NotificationSettings = {
  isOn: true,
  hidesText: false,
  hasSound: true,
  quietHours: DEFAULT_QUIET_HOURS,
}

const NAME = 'notifications'

/** A stored value that is invalid counts as not set. */
export function readNotificationSettings(store: Pick<Storage, 'getItem'>): NotificationSettings {
  const stored = parse(store.getItem(NAME) ?? '')
  const read = (name: 'isOn' | 'hidesText' | 'hasSound'): boolean => {
    const value = stored[name]
    return typeof value === 'boolean' ? value : DEFAULT_SETTINGS[name]
  }
  const { notificationDetails: details } = readManagedHere().settings
  const hidesText = details === undefined ? read('hidesText') : !details
  return { isOn: read('isOn'), hidesText, hasSound: read('hasSound'), quietHours: readQuietHours(stored['quietHours']) }
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
