import type { snooze as english } from '../en/snooze.ts'

export const snooze = {
  'snooze.apply': 'Zurückstellen',
  'snooze.applyIfNoReply': 'Ohne Antwort erinnern',
  'snooze.applyIfNoReplyBy': 'Erinnern, wenn bis {when} keine Antwort kommt',
  'snooze.applyUntil': 'Zurückstellen bis {when}',
  'snooze.description': 'Nur auf diesem Gerät. Kommt zur gewählten Zeit zurück oder sobald der Kunde schreibt.',
  'snooze.end': 'Zurückstellung beenden',
  'snooze.inAWeek': 'In einer Woche',
  'snooze.laterToday': 'Später heute',
  'snooze.monday': 'Montag',
  'snooze.past': 'Diese Zeit ist schon vorbei: {when}.',
  'snooze.placeholder': 'morgen um 9, in 2 Stunden, ohne Antwort bis Freitag',
  'snooze.presetLabel': '{name}, {time}',
  'snooze.suggestions': 'Vorgeschlagene Zeiten',
  'snooze.title.conversation': 'Unterhaltung zurückstellen',
  'snooze.title.conversations':
    '{count, plural, one {# Unterhaltung zurückstellen} other {# Unterhaltungen zurückstellen}}',
  'snooze.title.customer': '{name} zurückstellen',
  'snooze.tomorrow': 'Morgen',
  'snooze.unknown': '„{typed}“ ist keine Zeitangabe. Versuchen Sie es mit „morgen 9 Uhr“ oder „in 2 Tagen“.',
  'snooze.until': 'Zurückstellen bis',
} satisfies Record<keyof typeof english, string>
