import type { BACKGROUND_EN } from './background-en.ts'

export const BACKGROUND_DE = {
  'background.loginRefused': 'Das ließ sich nicht ändern. Das System hat es abgelehnt.',
  'background.first.title': 'Clarion läuft weiter',
  'background.first.text':
    'Es sendet und empfängt weiterhin Nachrichten und benachrichtigt Sie. Über sein Symbol im Infobereich öffnen Sie es wieder. Ändern können Sie das in den Einstellungen unter „Start und Hintergrund“.',
  'background.first.keep': 'Weiterlaufen lassen',
  'background.first.quit': 'Beim Schließen beenden',
} as const satisfies Record<keyof typeof BACKGROUND_EN, string>
