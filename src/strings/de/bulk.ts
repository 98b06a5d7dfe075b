import type { bulk as english } from '../en/bulk.ts'

export const bulk = {
  'bulk.cancel': 'Abbrechen',
  'bulk.done': 'Fertig',
  'bulk.gotIt': 'Verstanden',

  'bulk.preview.resolve': '{count, number} Unterhaltungen erledigen?',
  'bulk.preview.close': '{count, number} Unterhaltungen schließen?',
  'bulk.preview.reopen': '{count, number} Unterhaltungen wieder öffnen?',
  'bulk.preview.confirmResolve': '{count, number} erledigen',
  'bulk.preview.confirmClose': '{count, number} schließen',
  'bulk.preview.confirmReopen': '{count, number} wieder öffnen',
  'bulk.preview.waiting': '{count, plural, one {# wartet auf eine Antwort.} other {# warten auf eine Antwort.}}',
  'bulk.preview.drafts':
    '{count, plural, one {# hat einen nicht gesendeten Entwurf.} other {# haben einen nicht gesendeten Entwurf.}}',
  'bulk.preview.already':
    '{count, plural, one {# ist bereits in diesem Zustand.} other {# sind bereits in diesem Zustand.}}',
  'bulk.preview.undoable': 'Sie können das in einem Schritt rückgängig machen.',

  'bulk.problems.title':
    '{count, plural, one {# Unterhaltung wurde nicht geändert} other {# Unterhaltungen wurden nicht geändert}}',
  'bulk.problems.others': 'Die anderen wurden geändert. Sie können das in einem Schritt rückgängig machen.',
  'bulk.problems.noOthers': 'Nichts wurde geändert.',
  'bulk.problems.list': 'Nicht geändert',
  'bulk.problems.nameless': '{count, plural, one {Eine Unterhaltung} other {# Unterhaltungen}}',
  'bulk.problems.more': 'und {count, number} weitere',

  'bulk.tags.title': 'Schlagwörter von {count, number} Unterhaltungen',
  'bulk.tags.add': 'Allen ein Schlagwort hinzufügen',
  'bulk.tags.addHint': 'Mit der Eingabetaste hinzufügen.',
  'bulk.tags.list': 'Schlagwörter',
  'bulk.tags.onAll': 'bei allen',
  'bulk.tags.onSome': 'bei {count, number}',
  'bulk.tags.addToAll': 'Allen hinzufügen',
  'bulk.tags.addTagToAll': '„{tag}“ allen hinzufügen',
  'bulk.tags.remove': 'Entfernen',
  'bulk.tags.removeTag': '„{tag}“ entfernen',

  'bulk.selection.title': 'Auswahl',
  'bulk.selection.count': '{count, plural, one {# Unterhaltung ausgewählt} other {# Unterhaltungen ausgewählt}}',
  'bulk.selection.waiting': '{count, plural, one {# wartet auf Antwort} other {# warten auf Antwort}}',
  'bulk.selection.unread': '{count, number} ungelesen',
  'bulk.selection.drafts': '{count, plural, one {# Entwurf} other {# Entwürfe}}',
  'bulk.selection.people': 'Ausgewählte Kunden',
  'bulk.selection.more': 'und {count, number} weitere',
  'bulk.selection.actions': 'Aktionen für die Auswahl',
  'bulk.selection.otherTags': 'Weitere Schlagwörter…',
  'bulk.selection.current': 'Aktuelle Unterhaltung',
  'bulk.selection.currentOutside': 'Aktuelle Unterhaltung (nicht ausgewählt)',
  'bulk.selection.noMessages': 'Noch keine Nachrichten',

  'bulk.undo.title': 'Letzte Änderung teilweise rückgängig machen',
  'bulk.undo.nothing': 'Nichts mehr rückgängig zu machen.',
  'bulk.undo.help': 'Geändert: {ago}. Leertaste wählt aus, Eingabetaste macht rückgängig.',
  'bulk.undo.undo': 'Rückgängig',
  'bulk.undo.undoSome': '{count, number} rückgängig machen',
  'bulk.undo.list': 'Geänderte Unterhaltungen',
  'bulk.undo.change': '{after}, vorher {before}',
  'bulk.undo.more': 'Und {count, number} weitere. Um sie einzuschließen, machen Sie die ganze Änderung rückgängig.',
} satisfies Record<keyof typeof english, string>
