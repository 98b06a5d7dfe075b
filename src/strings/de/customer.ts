import type { customer as english } from '../en/customer.ts'

export const customer = {
  'customer.panel': 'Kunde',
  'customer.hidePanel': 'Kundendetails ausblenden',
  'customer.back': 'Zurück zur Unterhaltung',
  'customer.name': 'Name',
  'customer.addresses': 'Adressen',
  'customer.noAddress': 'Keine Telefonnummer oder E-Mail-Adresse',
  'customer.copy': '{text} kopieren',
  'customer.copied': 'Kopiert',
  'customer.notes': 'Notizen',
  'customer.onlyOnDevice': 'Nur auf diesem Gerät',
  'customer.addNote': 'Notiz zu diesem Kunden hinzufügen',
  'customer.noteNotSaved':
    'Diese Notiz konnte nicht gespeichert werden. Clarion versucht es erneut, wenn Sie sie bearbeiten.',
  'customer.conversations': 'Unterhaltungen',
  'customer.cannotShow': 'Diese Unterhaltung kann nicht angezeigt werden.',
  'customer.noMessages': 'Noch keine Nachrichten',
  'customer.firstSeen': 'Erster Kontakt',
  'customer.unknown': 'unbekannt',
  'customer.messagesOnDevice': 'Nachrichten auf diesem Gerät',
  'customer.allOpen': '{count, plural, one {# offen} other {# offen}}',
  'customer.someOpen': '{all, number}, {open, plural, one {# offen} other {# offen}}',
  'customer.noOthers': 'Keine weiteren Unterhaltungen',
  'customer.noOthersText': 'Was dieser Kunde auf anderen Kanälen schreibt, erscheint hier.',
} satisfies Record<keyof typeof english, string>
