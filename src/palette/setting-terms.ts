import { text, type TextId } from '../strings/text.ts'

/** The search words of each section of Settings, which name the settings in it. */
const ABOUT: Readonly<Record<string, TextId>> = {
  'settings-appearance': 'settings.appearance.about',
  'settings-reading': 'settings.reading.about',
  'settings-sending': 'settings.sending.about',
  'settings-writing': 'settings.writing.about',
  'settings-snippets': 'settings.snippets.about',
  'settings-notifications': 'settings.notifications.about',
  'settings-start': 'settings.start.about',
  'settings-keys': 'settings.keys.about',
  'settings-workspaces': 'settings.workspaces.about',
  'settings-security': 'settings.security.about',
  'settings-updates': 'settings.updates.about',
  'settings-speed': 'settings.speed.about',
  'settings-data': 'settings.data.about',
  'settings-request-log': 'settings.requestLog.about',
}

/** What the command for a section of Settings is found by, beside its names. None for other commands. */
export function settingTerms(commandId: string): readonly string[] {
  const about = Object.hasOwn(ABOUT, commandId) ? ABOUT[commandId] : undefined
  return about === undefined ? [] : [text(about)]
}
