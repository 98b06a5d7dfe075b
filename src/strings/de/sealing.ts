import type { sealing as english } from '../en/sealing.ts'

export const sealing = {
  'sealing.lock.title': 'Clarion ist gesperrt',
  'sealing.lock.text': 'Senden und Synchronisieren gehen nach dem Entsperren weiter.',
  'sealing.lock.asksFingerprint': 'Zum Entsperren brauchen Sie Ihren Fingerabdruck.',
  'sealing.lock.asksNothing':
    'Zum Entsperren genügt ein Klick. Sperren Sie daher auch Ihren Computer, wenn Sie ihn verlassen.',
  'sealing.lock.unlock': 'Entsperren',
  'sealing.lock.unlocking': 'Wird entsperrt…',
  'sealing.lock.cancelled': 'Noch gesperrt. Versuchen Sie es erneut.',

  'sealing.choice.title': 'Wie soll Clarion Ihre Daten aufbewahren?',
  'sealing.choice.text':
    'Clarion hat auf diesem Computer keinen Schlüsselbund gefunden und kann gespeicherte Daten daher nicht schützen. Wählen Sie, was mit Unterhaltungen, Entwürfen und dem API-Schlüssel geschieht.',
  'sealing.choice.memory.title': 'Nach dem Beenden nichts behalten',
  'sealing.choice.memory.text':
    'Bei jedem Start geben Sie den API-Schlüssel ein, und Clarion lädt alles neu herunter. Nicht gesendete Nachrichten, Entwürfe, Notizen und Textbausteine gehen beim Beenden verloren.',
  'sealing.choice.unprotected.title': 'Ungeschützt auf diesem Computer behalten',
  'sealing.choice.unprotected.text':
    'Beim nächsten Start ist alles da. Wer Ihre Dateien lesen kann, kann auch die Nachrichten Ihrer Kundschaft und den API-Schlüssel lesen.',
  'sealing.choice.continue': 'Weiter',
  'sealing.choice.keychain.linux':
    'Um Ihre Daten stattdessen zu schützen, installieren und entsperren Sie GNOME Keyring oder KWallet und starten Sie Clarion neu. Eventuell müssen Sie den API-Schlüssel erneut eingeben.',
  'sealing.choice.keychain.other':
    'Um Ihre Daten stattdessen zu schützen, machen Sie den Schlüsselbund des Systems verfügbar und starten Sie Clarion neu.',
  'sealing.choice.checkAgain': 'Erneut prüfen',
  'sealing.choice.checking': 'Wird geprüft…',
  'sealing.choice.stillNone': 'Weiterhin kein Schlüsselbund.',

  'sealing.restart': 'Clarion neu starten',

  'sealing.sealed.keychain.restart': 'Entsperren Sie zuerst den Schlüsselbund. Clarion liest ihn nur beim Start.',
  'sealing.sealed.keychain.title': 'Ihre Daten konnten nicht entsperrt werden',
  'sealing.sealed.keychain.text':
    'Der Schlüsselbund des Systems hat den Schlüssel zu den Daten von {workspace} nicht herausgegeben. Vielleicht ist er gesperrt, wurde zurückgesetzt oder gehört zu einem anderen Computer.',
  'sealing.sealed.missing.title': 'Der Schlüssel zu Ihren Daten fehlt',
  'sealing.sealed.missing.text':
    'Die Daten von {workspace} sind auf diesem Computer, aber die Datei mit dem Schlüssel nicht. Wenn Sie eine Sicherung des Clarion-Ordners haben, stellen Sie sie wieder her und starten Sie Clarion neu.',
  'sealing.sealed.damaged.title': 'Der Schlüssel zu Ihren Daten ist beschädigt',
  'sealing.sealed.damaged.text':
    'Clarion kann die Datei mit dem Schlüssel zu den Daten von {workspace} nicht lesen. Wenn Sie eine Sicherung des Clarion-Ordners haben, stellen Sie sie wieder her und starten Sie Clarion neu.',
  'sealing.sealed.newer.title': 'Clarion aktualisieren',
  'sealing.sealed.newer.text':
    'Eine neuere Version von Clarion hat den Schlüssel zu den Daten von {workspace} gespeichert. Aktualisieren Sie die App, um sie zu öffnen.',
  'sealing.sealed.unwritable.title': 'Der Schlüssel für Ihre Daten konnte nicht gespeichert werden',
  'sealing.sealed.unwritable.text':
    'Clarion schützt die Daten von {workspace} mit einem Schlüssel und konnte ihn nicht speichern. Der Datenträger ist möglicherweise voll oder schreibgeschützt. Geben Sie Speicherplatz frei und versuchen Sie es erneut.',
  'sealing.sealed.refused.title': 'Ihre Daten konnten nicht geöffnet werden',
  'sealing.sealed.refused.text': 'Clarion hat den Schlüssel zu den Daten von {workspace} nicht bekommen.',
  'sealing.sealed.tryAgain': 'Erneut versuchen',
  'sealing.sealed.trying': 'Wird erneut versucht…',
  'sealing.sealed.noChange': 'Erneut versucht. Es hat sich nichts geändert.',
  'sealing.sealed.others': 'Andere Arbeitsbereiche',
  'sealing.sealed.connect': 'Weiteren Arbeitsbereich verbinden…',
  'sealing.sealed.delete': 'Diese Daten löschen und neu herunterladen…',

  'sealing.kept.some':
    'Es wurde nichts gelöscht. {count, plural, one {Darin ist noch {items}.} other {Darin sind noch {items}.}}',
  'sealing.kept.none':
    'Es wurde nichts gelöscht. Darin sind keine nicht gesendeten Nachrichten, Entwürfe, Notizen oder Textbausteine.',
  'sealing.kept.unknown':
    'Es wurde nichts gelöscht. Clarion kann nicht feststellen, ob darin nicht gesendete Nachrichten oder Entwürfe sind.',
  'sealing.kept.unsent':
    '{count, plural, one {# nicht gesendete Nachricht oder Änderung} other {# nicht gesendete Nachrichten oder Änderungen}}',
  'sealing.kept.drafts': '{count, plural, one {# Entwurf} other {# Entwürfe}}',
  'sealing.kept.notes': '{count, plural, one {# Notiz} other {# Notizen}}',
  'sealing.kept.snippets': '{count, plural, one {# Textbaustein} other {# Textbausteine}}',

  'sealing.delete.title': 'Daten von {workspace} löschen?',
  'sealing.delete.text':
    'Clarion löscht, was auf diesem Computer gespeichert ist, und lädt Ihre Unterhaltungen neu vom Server herunter.',
  'sealing.delete.lost':
    '{count, plural, one {Verloren geht: {items}. Das lässt sich nicht neu herunterladen.} other {Verloren gehen: {items}. Sie lassen sich nicht neu herunterladen.}}',
  'sealing.delete.lostUnknown':
    'Nicht gesendete Nachrichten, Entwürfe, Notizen und Textbausteine darin gehen verloren. Sie lassen sich nicht neu herunterladen.',
  'sealing.delete.cancel': 'Abbrechen',
  'sealing.delete.confirm': 'Löschen und neu herunterladen',
  'sealing.delete.deleting': 'Wird gelöscht…',
  'sealing.delete.failed':
    'Die Daten konnten nicht gelöscht werden. Starten Sie Clarion neu und versuchen Sie es erneut.',
} as const satisfies Record<keyof typeof english, string>
