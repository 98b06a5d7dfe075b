import type { exporting as english } from '../en/exporting.ts'

export const exporting = {
  'exporting.title': '{count, plural, one {# Unterhaltung exportieren} other {# Unterhaltungen exportieren}}',
  'exporting.cancel': 'Abbrechen',
  'exporting.chooseLocation': 'Speicherort wählen…',
  'exporting.format': 'Format',
  'exporting.markdownHint': 'Zum Lesen: eine Unterhaltung nach der anderen.',
  'exporting.jsonHint': 'Für andere Programme: alle Felder.',
  'exporting.csvHint': 'Für Tabellen: eine Zeile je Nachricht.',
  'exporting.searchWasCut': 'Nur die neuesten Unterhaltungen wurden durchsucht. Ältere Treffer fehlen möglicherweise.',
  'exporting.oneIncomplete':
    'Die neuesten Nachrichten sind noch nicht auf diesem Gerät und werden in der Datei fehlen.',
  'exporting.allIncomplete':
    'Noch keine davon ist vollständig auf diesem Gerät. Was hier fehlt, fehlt auch in der Datei.',
  'exporting.someIncomplete':
    '{count, plural, one {# davon ist} other {# davon sind}} auf diesem Gerät unvollständig und in der Datei gekennzeichnet. Was hier fehlt, fehlt auch in der Datei.',

  'exporting.export': 'Export',
  'exporting.progress': '{done, number} von {total, number} exportiert',
  'exporting.stop': 'Abbrechen',
  'exporting.close': 'Schließen',
  'exporting.failed': 'Der Export ist fehlgeschlagen. {why}',
  'exporting.unreadable': 'Die Daten auf diesem Gerät konnten nicht gelesen werden.',
  'exporting.saved': '{count, plural, one {# Unterhaltung} other {# Unterhaltungen}} als {file} gespeichert.',
  'exporting.savedIncomplete':
    '{count, plural, one {# ist} other {# sind}} auf diesem Gerät unvollständig und in der Datei gekennzeichnet.',
  'exporting.leftOut': '{count, plural, one {# ausgelassen} other {# ausgelassen}}: nicht mehr auf diesem Gerät.',

  'exporting.file.exportedAt': 'Exportiert: {time}',
  'exporting.file.count': '{count, plural, one {# Unterhaltung.} other {# Unterhaltungen.}}',
  'exporting.file.incompleteCount':
    'Auf diesem Gerät unvollständig: {count, number}. Der Hinweis steht jeweils unter dem Namen.',
  'exporting.file.leftOutCount': 'Ausgelassen, weil nicht mehr auf diesem Gerät: {count, number}.',
  'exporting.file.channel': 'Kanal',
  'exporting.file.address': 'Adresse',
  'exporting.file.status': 'Status',
  'exporting.file.subject': 'Betreff',
  'exporting.file.tags': 'Schlagwörter',
  'exporting.file.incomplete': 'Unvollständig',
  'exporting.file.withoutNewest': 'Die neuesten Nachrichten waren noch nicht auf diesem Gerät.',
  'exporting.file.withoutMessages': 'Die Nachrichten waren noch nicht auf diesem Gerät.',
  'exporting.file.notSent': 'noch nicht gesendet',
} satisfies Record<keyof typeof english, string>
