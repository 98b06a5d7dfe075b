import type { settingsStart as english } from '../../en/lifecycle/settings-start.ts'

export const settingsStart = {
  'settings.start.title': 'Start und Hintergrund',
  'settings.start.about':
    'beim schließen des fensters weiterlaufen beenden infobereich tray symbol dock menüleiste hintergrund bei der anmeldung öffnen anmelden autostart hochfahren verborgen minimiert',
  'settings.start.keep.title': 'Beim Schließen des Fensters',
  'settings.start.keep.tray':
    'Clarion sendet, empfängt und benachrichtigt weiter. Das Symbol im Infobereich öffnet das Fenster.',
  'settings.start.keep.dock':
    'Clarion sendet, empfängt und benachrichtigt weiter. Das Symbol im Dock öffnet das Fenster.',
  'settings.start.keep.nowhere':
    'Dieser Desktop hat keinen Infobereich. Wenn Sie das Fenster schließen, wird Clarion beendet.',
  'settings.start.keep.on': 'Weiterlaufen',
  'settings.start.keep.off': 'Beenden',
  'settings.start.login.title': 'Bei der Anmeldung öffnen',
  'settings.start.login.description': 'Clarion startet, wenn Sie sich an diesem Computer anmelden.',
  'settings.start.hidden.title': 'Fenster bei der Anmeldung',
  'settings.start.hidden.description': 'Verborgen startet Clarion im Hintergrund und benachrichtigt Sie trotzdem.',
  'settings.start.hidden.on': 'Verborgen',
  'settings.start.hidden.off': 'Geöffnet',
  'settings.start.failed': 'Die Einstellung ließ sich nicht ändern. {cause}',
} as const satisfies Record<keyof typeof english, string>
