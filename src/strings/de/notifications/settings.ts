import type { settingsNotifications as english } from '../../en/notifications/settings.ts'

export const settingsNotifications = {
  'settings.notifications.quiet.title': 'Ruhezeit',
  'settings.notifications.quiet.description':
    'Keine Benachrichtigungen zu den gewählten Zeiten. Das Symbol zählt weiter, und danach fasst eine Benachrichtigung zusammen, was eingegangen ist.',
  'settings.notifications.quiet.from': 'Von',
  'settings.notifications.quiet.until': 'Bis',
  'settings.notifications.quiet.nextDay': 'Am nächsten Tag',
  'settings.notifications.quiet.days': 'Beginnt am',
  'settings.notifications.quiet.enterTime': 'Geben Sie eine Uhrzeit ein. Weiterhin {time}.',
  'settings.notifications.quiet.noDays': 'Wählen Sie mindestens einen Tag.',
  'settings.notifications.system.title': 'Ihr System',
  'settings.notifications.system.answers':
    'Sie können in einer Benachrichtigung antworten und erledigen. „Nicht stören“ und Fokusmodi gelten auch; Clarion kann nicht sehen, ob einer eingeschaltet ist.',
  'settings.notifications.system.click':
    'Ein Klick auf eine Benachrichtigung öffnet die Unterhaltung, bereit für Ihre Antwort. „Nicht stören“ gilt auch; Clarion kann nicht sehen, ob es eingeschaltet ist.',
  'settings.notifications.testShown':
    'Gesendet. Ihr System hat sie angenommen. Wenn Sie sie nicht gesehen haben, prüfen Sie dessen Einstellungen für Benachrichtigungen und „Nicht stören“.',
  'settings.notifications.testRefused': 'Nicht angezeigt: Ihr System hat sie abgelehnt.',
  'settings.notifications.refused.macos':
    'macOS hat die letzte Benachrichtigung abgelehnt. Erlauben Sie Benachrichtigungen für Clarion in den Systemeinstellungen. Eine nicht signierte Kopie von Clarion kann keine anzeigen.',
  'settings.notifications.refused.windows':
    'Windows hat die letzte Benachrichtigung abgelehnt. Erlauben Sie Benachrichtigungen für Clarion in den Windows-Einstellungen.',
  'settings.notifications.refused.linux':
    'Ihr Desktop hat die letzte Benachrichtigung abgelehnt. Vielleicht hat er keinen Dienst für Benachrichtigungen.',
} satisfies Record<keyof typeof english, string>
