import type { backup as english } from '../en/backup.ts'

export const backup = {
  'backup.title': 'Dieses Gerät sichern',
  'backup.about':
    'Entwürfe, nicht gesendete Nachrichten, Sterne, Zurückgestelltes, Gelesen-Markierungen, Notizen, Textbausteine, gespeicherte Suchen, API-Schlüssel und Einstellungen kommen in eine verschlüsselte Datei. Unterhaltungen bleiben auf dem Server.',
  'backup.passphrase': 'Passphrase',
  'backup.repeat': 'Passphrase wiederholen',
  'backup.showPassphrase': 'Passphrase zeigen',
  'backup.hidePassphrase': 'Passphrase verbergen',
  'backup.different': 'Die beiden Passphrasen sind verschieden.',
  'backup.warning': 'Ohne die Passphrase kann niemand diese Datei öffnen. Auch wir nicht.',
  'backup.strength.short': 'Mindestens {count, number} Zeichen.',
  'backup.strength.weak': 'Leicht zu erraten. Fügen Sie Wörter hinzu, die nichts miteinander zu tun haben.',
  'backup.strength.fair': 'Schwer zu erraten.',
  'backup.strength.strong': 'Sehr schwer zu erraten.',
  'backup.chooseLocation': 'Speicherort wählen…',
  'backup.cancel': 'Abbrechen',
  'backup.stop': 'Anhalten',
  'backup.running': '{name} wird gesichert…',
  'backup.done': 'Gespeichert als {file}.',
  'backup.doneAbout':
    'Bewahren Sie die Passphrase und die Datei an verschiedenen Orten auf. Dieses Gerät sendet seine nicht gesendeten Nachrichten weiterhin selbst.',
  'backup.left': 'Nicht in der Sicherung, weil sich die Daten jetzt nicht öffnen lassen: {names}.',
  'backup.lostNotes':
    '{count, plural, one {# Notiz ist nicht in der Sicherung: Die Person kommt in keiner Unterhaltung mehr vor.} other {# Notizen sind nicht in der Sicherung: Die Personen kommen in keiner Unterhaltung mehr vor.}}',
  'backup.nothing': 'Es gibt nichts zu sichern: Auf diesem Gerät ist kein Arbeitsbereich. Die Demo wird nie gesichert.',
  'backup.failed': 'Nicht gesichert. {why}',
  'backup.unreadable':
    'Die Daten auf diesem Gerät konnten nicht gelesen werden. Starten Sie Clarion neu und versuchen Sie es dann erneut.',
  'backup.close': 'Schließen',
  'backup.done.title': 'Sicherung erstellt',
  'backup.restore.title': 'Sicherung wiederherstellen',
  'backup.restore.about':
    'Fügt den Inhalt der Sicherung zu dem hinzu, was auf diesem Gerät ist. Hier geht nichts verloren.',
  'backup.restore.chooseFile': 'Datei wählen…',
  'backup.restore.passphraseOf': 'Geben Sie die Passphrase von {file} ein.',
  'backup.restore.open': 'Öffnen',
  'backup.restore.opening': 'Die Datei wird geprüft…',
  'backup.restore.madeOn': 'Erstellt auf {computer}, {date}.',
  'backup.restore.isHere': 'Bereits auf diesem Gerät. Beides wird zusammengeführt.',
  'backup.restore.isNew': 'Neu auf diesem Gerät.',
  'backup.restore.isNewWithoutKey': 'Neu auf diesem Gerät. Der API-Schlüssel ist nicht in der Sicherung.',
  'backup.restore.holdsNothing': 'Keine Entwürfe, Notizen oder nicht gesendeten Nachrichten.',
  'backup.restore.ops':
    '{count, plural, one {# nicht gesendete Nachricht oder Änderung} other {# nicht gesendete Nachrichten und Änderungen}}',
  'backup.restore.drafts': '{count, plural, one {# Entwurf} other {# Entwürfe}}',
  'backup.restore.flags': '{count, plural, one {# Stern oder Zurückstellung} other {# Sterne und Zurückstellungen}}',
  'backup.restore.notes': '{count, plural, one {# Notiz} other {# Notizen}}',
  'backup.restore.snippets': '{count, plural, one {# Textbaustein} other {# Textbausteine}}',
  'backup.restore.opsRule':
    'Nicht gesendete Nachrichten werden zuerst auf dem Server gesucht. Was dort fehlt, sendet Clarion erst, wenn Sie zustimmen, weil der andere Computer es noch senden kann.',
  'backup.restore.settingsRule': 'Einstellungen, die Sie auf diesem Gerät geändert haben, bleiben.',
  'backup.restore.empty': 'In dieser Sicherung ist kein Arbeitsbereich.',
  'backup.restore.start': 'Wiederherstellen',
  'backup.restore.running': '{name} wird wiederhergestellt…',
  'backup.restore.finish': 'Weiter',
  'backup.restore.done.title': 'Wiederhergestellt',
  'backup.restore.part.title': 'Teilweise wiederhergestellt',
  'backup.restore.none.title': 'Nichts wiederhergestellt',
  'backup.restore.added': 'Hinzugefügt: {list}.',
  'backup.restore.addedNothing': 'Nichts hinzuzufügen.',
  'backup.restore.conflict.draft':
    'Zwei Entwürfe für {name}. Der von diesem Gerät bleibt. Der andere steht im Antwortfeld unter „Frühere Fassungen“.',
  'backup.restore.conflict.note': 'Zwei Notizen zu {name}. Sie stehen jetzt hintereinander.',
  'backup.restore.conflict.snippet': 'Zwei Textbausteine namens „{name}“. Beide sind da.',
  'backup.restore.conflict.snooze': '{name} war auf beiden Geräten zurückgestellt. Die Zeit von diesem Gerät bleibt.',
  'backup.restore.moreConflicts': '{count, plural, one {Und # weiterer Fall.} other {Und # weitere Fälle.}}',
  'backup.restore.someone': 'eine unbekannte Person',
  'backup.restore.unusable':
    '{count, plural, one {# Eintrag konnte nicht gelesen werden.} other {# Einträge konnten nicht gelesen werden.}}',
  'backup.restore.notRestored': 'Nicht wiederhergestellt. {why}',
  'backup.restore.notOpened':
    'Die Daten lassen sich noch nicht speichern. Öffnen Sie diesen Arbeitsbereich einmal und stellen Sie die Sicherung dann erneut wieder her.',
  'backup.restore.notStored':
    'Die Daten konnten nicht gespeichert werden. Geben Sie Speicherplatz frei und stellen Sie die Sicherung dann erneut wieder her.',
} as const satisfies Record<keyof typeof english, string>
