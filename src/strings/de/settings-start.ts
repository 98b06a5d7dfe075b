import type { settingsStart as english } from '../en/settings-start.ts'

export const settingsStart = {
  'settings.start.title': 'Start und Hintergrund',
  'settings.start.about':
    'weiterlaufen schließen fenster beenden infobereich tray symbol dock menüleiste hintergrund bei der anmeldung öffnen anmelden autostart hochfahren verborgen minimiert',
  'settings.start.keep.title': 'Beim Schließen des Fensters',
  'settings.start.keep.tray':
    'Clarion sendet, empfängt und benachrichtigt weiter. Das Symbol im Infobereich öffnet das Fenster.',
  'settings.start.keep.dock':
    'Clarion sendet, empfängt und benachrichtigt weiter. Das Symbol im Dock öffnet das Fenster.',
  'settings.start.keep.nowhere':
    'Dieser Desktop zeigt keinen Infobereich. Deshalb beendet das Schließen des Fensters Clarion.',
  'settings.start.keep.on': 'Weiterlaufen',
  'settings.start.keep.off': 'Beenden',
  'settings.start.login.title': 'Bei der Anmeldung öffnen',
  'settings.start.login.description': 'Clarion startet, wenn Sie sich an diesem Computer anmelden.',
  'settings.start.hidden.title': 'Fenster bei der Anmeldung',
  'settings.start.hidden.description': 'Ohne Fenster startet Clarion im Hintergrund und benachrichtigt Sie.',
  'settings.start.hidden.on': 'Verborgen',
  'settings.start.hidden.off': 'Geöffnet',
  'settings.start.managed': 'Das hat Ihre Administration festgelegt.',
  'settings.start.failed': 'Die Einstellung ließ sich nicht ändern. {cause}',
} as const satisfies Record<keyof typeof english, string>
