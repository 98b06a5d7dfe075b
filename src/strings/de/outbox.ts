import type { outbox as english } from '../en/outbox.ts'

export const outbox = {
  'outbox.title': 'Postausgang',
  'outbox.emptyTitle': 'Alle Nachrichten gesendet',
  'outbox.emptyHint': 'Hier erscheinen Nachrichten, die noch gesendet werden.',
  'outbox.needsUser': 'Braucht Ihre Entscheidung',
  'outbox.waiting': 'In der Warteschlange',
  'outbox.openConversation': 'Unterhaltung öffnen',
  'outbox.newsTitle': 'Neue Nachrichten, seit Sie geschrieben haben',
  'outbox.earlier': '{count, number} frühere',
  'outbox.entry.send': 'Nachricht an {name}',
  'outbox.entry.create': 'Neue Unterhaltung mit {name}',
  'outbox.entry.close': 'Schließen · {name}',
  'outbox.entry.change': '{change} · {name}',
  'outbox.entry.changeFor': 'Änderung für {name}',
} satisfies Record<keyof typeof english, string>
