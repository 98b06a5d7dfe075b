import type { welcome as english } from '../en/welcome.ts'

export const welcome = {
  'welcome.slogan': 'Ein Posteingang für alle Kanäle. Funktioniert auch offline.',
  'welcome.back': 'Zurück zum Posteingang',
  'welcome.linkWaits': 'Ein Link wartet, bis ein Arbeitsbereich geöffnet ist.',
  'welcome.restore': 'Sicherung wiederherstellen…',
  'welcome.or': 'oder',
  'welcome.address': 'Serveradresse',
  'welcome.connect': 'Verbinden',
  'welcome.connecting': 'Wird verbunden…',
  'welcome.enterKey': 'Geben Sie Ihren API-Schlüssel ein.',
  'welcome.keyHasSpaces':
    'Ein API-Schlüssel enthält keine Leerzeichen, Zeilenumbrüche oder Umlaute. Kopieren Sie den ganzen Schlüssel noch einmal.',
  'welcome.enterAddress': 'Geben Sie die Serveradresse ein.',
  'welcome.openDemo': 'Demo-Arbeitsbereich öffnen',
  'welcome.openingDemo': 'Demo-Arbeitsbereich wird geöffnet…',
  'welcome.demo': 'Ein Beispielkonto mit Kundschaft, die antwortet. Ohne Netzwerk und ohne Schlüssel.',
  'welcome.key': 'API-Schlüssel',
  'welcome.hideKey': 'Schlüssel verbergen',
  'welcome.showKey': 'Schlüssel anzeigen',
  'welcome.keyPlace.mac': 'Wird im Schlüsselbund Ihres Macs gespeichert und nie wieder angezeigt.',
  'welcome.keyPlace.windows': 'Wird für Ihr Windows-Konto verschlüsselt und nie wieder angezeigt.',
  'welcome.keyPlace.other':
    'Wird im Schlüsselbund des Systems gespeichert und nie wieder angezeigt. Ohne Schlüsselbund entscheiden Sie, ob er nach dem Beenden erhalten bleibt.',
  'welcome.found': 'Auf diesem Gerät gefunden',
  'welcome.continue': 'Fortfahren mit',
  'welcome.keyBelow':
    'Geben Sie unten den API-Schlüssel ein, um wartende Nachrichten zu senden. Ihre Entwürfe bleiben erhalten.',
  'welcome.addressUnknown': 'Adresse unbekannt',
  'welcome.newKey.title': 'Neuer Schlüssel für {workspace}',
  'welcome.newKey.text':
    'Verwenden Sie einen Schlüssel für dasselbe Konto. Wartende Nachrichten werden gesendet, sobald er akzeptiert ist.',
  'welcome.newKey.checkedWith': 'Wird vor dem Speichern bei {address} geprüft.',
  'welcome.newKey.checking': 'Wird geprüft…',
  'welcome.newKey.use': 'Schlüssel verwenden',
  'welcome.cancel': 'Abbrechen',
  'welcome.dataUnreadable': 'Die Daten auf diesem Gerät konnten nicht gelesen werden',
  'welcome.toSend': '{items} zu senden',
  'welcome.attention': '{items} zu klären',
  'welcome.drafts': '{count, plural, one {# Entwurf} other {# Entwürfe}}',
} satisfies Record<keyof typeof english, string>
