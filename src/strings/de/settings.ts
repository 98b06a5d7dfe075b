import type { settings as english } from '../en/settings.ts'

export const settings = {
  'settings.title': 'Einstellungen',
  'settings.search': 'Einstellungen durchsuchen',
  'settings.searchPlaceholder': 'Suchen',
  'settings.noMatches': 'Keine passenden Einstellungen',
  'settings.on': 'Ein',
  'settings.off': 'Aus',
  'settings.save': 'Speichern',
  'settings.cancel': 'Abbrechen',
  'settings.undo': 'Rückgängig',

  'settings.appearance.title': 'Darstellung',
  'settings.appearance.about':
    'aussehen design thema kontrast farben farbschema hell heller modus dunkel dunkelmodus system sprache deutsch english español liste dichte kompakt komfortabel geräumig zoom vergrößern verkleinern größer kleiner schriftgröße kundendetails in breiten fenstern öffnen',

  'settings.reading.title': 'Lesen',
  'settings.reading.about':
    'unterhaltungen als gelesen markieren ungelesen gesehen zeitpunkt beim öffnen sekunden antworten manuell von hand tastenkürzel taste zum abschließen fertig erledigen schließen archivieren automatisch weiter nächste vorherige erste nach dem erledigen schließen oder zurückstellen fokusmodus antworten innerhalb von antwortzeit ziel stunden frist überfällig wartezeit',
  'settings.reading.markAsRead.title': 'Unterhaltungen als gelesen markieren',
  'settings.reading.markAsRead.description':
    '{when} Nie, während das Fenster im Hintergrund ist oder mehrere Unterhaltungen ausgewählt sind. Gilt nur auf diesem Gerät.',
  'settings.reading.onOpening': 'Beim Öffnen',
  'settings.reading.afterSeconds': 'Nach {seconds, number}\u00a0s',
  'settings.reading.onReply': 'Beim Antworten',
  'settings.reading.manually': 'Manuell',
  'settings.reading.whenOpened': 'Sobald die Nachrichten zu sehen sind.',
  'settings.reading.whenShownHalfSecond':
    'Wenn die Nachrichten eine halbe Sekunde lang zu sehen waren. Wer nur durch die Liste blättert, lässt die anderen ungelesen.',
  'settings.reading.whenShownTwoSeconds':
    'Wenn die Nachrichten zwei Sekunden lang zu sehen waren. Nach einem kurzen Blick bleibt eine Unterhaltung ungelesen.',
  'settings.reading.whenReplied': 'Wenn Sie antworten. Das Öffnen einer Unterhaltung ändert nichts.',
  'settings.reading.whenMarked': 'Nur wenn Sie sie selbst markieren. Öffnen oder Antworten ändert nichts.',
  'settings.reading.finish.title': 'Tastenkürzel zum Abschließen',
  'settings.reading.finish.titleWithKey': 'Tastenkürzel {key}',
  'settings.reading.finish.description':
    'Die andere Aktion bekommt das andere Tastenkürzel. Schaltflächen, Menüs, Hilfe und „Senden und erledigen“ richten sich danach.',
  'settings.reading.finish.descriptionWithKeys':
    'Legt fest, was {key} tut. Die andere Aktion bekommt {otherKey}. Schaltflächen, Menüs, Hilfe und „Senden und erledigen“ richten sich danach.',
  'settings.reading.resolve': 'Erledigen',
  'settings.reading.close': 'Schließen',
  'settings.reading.advance.title': 'Nach dem Erledigen, Schließen oder Zurückstellen',
  'settings.reading.advance.description':
    'Welche Unterhaltung danach geöffnet wird. Im Fokusmodus ist es immer die nächste.',
  'settings.reading.next': 'Nächste',
  'settings.reading.previous': 'Vorherige',
  'settings.reading.firstInList': 'Erste der Liste',
  'settings.reading.none': 'Keine',
  'settings.reading.answer.title': 'Antworten innerhalb von',
  'settings.reading.answer.description': 'Wer länger wartet, wird rot markiert. Gilt nur auf diesem Gerät.',
  'settings.reading.answer.hours': '{count, plural, one {#\u00a0Stunde} other {#\u00a0Stunden}}',
  'settings.reading.answer.days': '{count, plural, one {#\u00a0Tag} other {#\u00a0Tagen}}',
  'settings.reading.answer.none': 'Kein Ziel',

  'settings.sending.title': 'Senden',
  'settings.sending.about':
    'senden rückgängig machen zurückholen frist sekunden verzögerung warten sms e-mail email whatsapp instagram facebook wenn eine nachricht nicht zugestellt wird ankommen verloren erneut senden nachfragen postausgang',
  'settings.sending.undo.title': 'Senden rückgängig machen',
  'settings.sending.undo.description':
    'So viele Sekunden wartet eine Nachricht, bevor sie gesendet wird: 0 (sofort) bis 60. Bis dahin holt „Rückgängig“ sie ins Antwortfeld zurück.',
  'settings.sending.undoWindow': 'Wartezeit für {channel}',
  'settings.sending.secondsUnit': 's',
  'settings.sending.enterSeconds': 'Geben Sie 0 bis {max, number} Sekunden ein.',
  'settings.sending.enterWholeSeconds': 'Geben Sie ganze Sekunden ein, 0 bis {max, number}.',
  'settings.sending.enterFewerSeconds': 'Geben Sie höchstens {max, number} Sekunden ein.',
  'settings.sending.stillSet': '{problem} Es bleibt bei {seconds, number}\u00a0s.',
  'settings.sending.notDelivered.title': 'Wenn eine Nachricht nicht zugestellt wird',
  'settings.sending.notDelivered.description':
    'Bricht die Verbindung beim Senden ab, prüft Clarion zwei Minuten lang, ob die Nachricht auf dem Server angekommen ist. Wenn nicht, sendet Clarion sie erneut, höchstens zweimal, oder fragt Sie.',
  'settings.sending.sendAgain': 'Erneut senden',
  'settings.sending.askMe': 'Nachfragen',

  'settings.writing.title': 'Schreiben',
  'settings.writing.about':
    'ihr rechtschreibung rechtschreibprüfung beim schreiben prüfen wörterbuch wörter englisch spanisch preis kosten pro sms-segment segment währung',
  'settings.writing.spelling.title': 'Rechtschreibung beim Schreiben prüfen',
  'settings.writing.spelling.description':
    'Unterstreicht Wörter, die nicht in den Wörterbüchern von macOS stehen. Ihr Text verlässt diesen Computer nicht.',
  'settings.writing.spelling.ownDescription':
    'Unterstreicht falsch geschriebene Wörter; ein Rechtsklick macht Vorschläge. „Automatisch“ richtet sich nach der Sprache Ihres Textes und prüft Englisch und Spanisch. Deutsch wird nicht geprüft, weil Clarion kein deutsches Wörterbuch enthalten darf. Ihr Text verlässt diesen Computer nicht.',
  'settings.writing.spelling.automatic': 'Automatisch',
  'settings.writing.spelling.american': 'Englisch (USA)',
  'settings.writing.spelling.british': 'Englisch (GB)',
  'settings.writing.spelling.spanish': 'Spanisch',
  'settings.writing.ownWords.title': 'Ihr Wörterbuch',
  'settings.writing.ownWords.description':
    'Wörter, die nie unterstrichen werden. Hinzufügen können Sie ein Wort mit einem Rechtsklick. Nur auf diesem Gerät gespeichert.',
  'settings.writing.price.title': 'Preis pro SMS-Segment',
  'settings.writing.price.description':
    'Was Ihr Netzbetreiber berechnet. Damit schätzt das Antwortfeld die Kosten jeder SMS. Ohne Preis zählt es nur die Segmente.',
  'settings.writing.price.example': '0,0075 EUR',
  'settings.writing.enterPrice': 'Geben Sie einen Betrag und eine Währung ein, zum Beispiel {example}.',
  'settings.writing.addCurrency': 'Ergänzen Sie eine Währung, zum Beispiel {example}.',
  'settings.writing.enterLowerPrice': 'Geben Sie höchstens {max, number} pro Segment ein.',

  'settings.notifications.title': 'Benachrichtigungen',
  'settings.notifications.about':
    'über neue nachrichten benachrichtigen inhalt der benachrichtigung mitteilung ton klang lautlos details verbergen name text datenschutz privatsphäre testbenachrichtigung test senden clarion ruft ab abrufen prüfen solange es läuft zuletzt abgerufen Ruhezeit Beginnt am Von Bis Nacht Wochenende Stille Ihr System Nicht stören antworten',
  'settings.notifications.notify.title': 'Über neue Nachrichten benachrichtigen',
  'settings.notifications.notify.description':
    'Eine Benachrichtigung pro Unterhaltung, außer für die gerade geöffnete. Diese Einstellungen gelten für alle Arbeitsbereiche auf diesem Gerät.',
  'settings.notifications.content.title': 'Inhalt der Benachrichtigung',
  'settings.notifications.content.description': 'Verbergen Sie Details, wenn andere Ihren Bildschirm sehen können.',
  'settings.notifications.nameAndText': 'Name und Text',
  'settings.notifications.noDetails': 'Keine Details',
  'settings.notifications.sound.title': 'Ton',
  'settings.notifications.sound.description': 'Spielt bei jeder Benachrichtigung den Systemton ab.',
  'settings.notifications.test.title': 'Testbenachrichtigung',
  'settings.notifications.test.description': 'Zeigt eine Benachrichtigung mit diesen Einstellungen.',
  'settings.notifications.sendTest': 'Testbenachrichtigung senden',
  'settings.notifications.testSent':
    'Gesendet. Nicht gesehen? Prüfen Sie die Benachrichtigungseinstellungen Ihres Systems und „Nicht stören“.',
  'settings.notifications.unsupported': 'Dieses System unterstützt keine Benachrichtigungen.',
  'settings.notifications.check.title': 'Clarion ruft neue Nachrichten ab, solange es läuft',
  'settings.notifications.notChecked': 'Noch nicht abgerufen.',
  'settings.notifications.lastCheck': 'Zuletzt {ago} abgerufen.',

  'settings.keys.title': 'Tastenkürzel',
  'settings.keys.about':
    'tasten tastatur tastenkombinationen kurzbefehle hotkeys shortcuts vorlage für clarion gmail superhuman mit nur einer einzelnen taste ändern zurücksetzen barrierefreiheit hinweise auf tipps',
  'settings.keys.preset.title': 'Vorlage für Tastenkürzel',
  'settings.keys.preset.description': 'Ihre Änderungen bleiben beim Wechseln erhalten.',
  'settings.keys.single.title': 'Tastenkürzel mit nur einer Taste',
  'settings.keys.single.description':
    'Ein Buchstabe oder Zeichen allein führt einen Befehl aus, solange Sie nicht schreiben. Schalten Sie das aus, wenn Tasten versehentlich oder beim Diktieren ausgelöst werden. Tastenkürzel mit {mod}, die Pfeiltasten, die Eingabetaste und Esc funktionieren weiterhin.',
  'settings.keys.hints.title': 'Hinweise auf Tasten',
  'settings.keys.hints.description':
    'Wenn Sie eine Schaltfläche einige Male benutzt haben, zeigt ein Hinweis ihre Taste. Jeder Hinweis erscheint höchstens zweimal.',
  'settings.keys.resetAll': 'Alle Tastenkürzel zurücksetzen',
  'settings.keys.reset': 'Tastenkürzel für „{command}“ zurücksetzen',
  'settings.keys.remove': '{keys} bei „{command}“ entfernen',
  'settings.keys.noShortcut': 'Kein Tastenkürzel',
  'settings.keys.add': 'Hinzufügen',
  'settings.keys.addFor': 'Tastenkürzel für „{command}“ hinzufügen',
  'settings.keys.pressKey': 'Taste drücken',
  'settings.keys.pressKeys': 'Drücken Sie eine Taste oder zwei nacheinander. Esc bricht ab.',
  'settings.keys.refused': 'Diese Taste ist nicht möglich. {reason}',
  'settings.keys.taken': '{key} gehört schon zu „{command}“.',
  'settings.keys.useHere': 'Hier verwenden',

  'settings.security.title': 'Sicherheit',
  'settings.security.about':
    'privatsphäre datenschutz automatisch sperren mit dem computer bildschirm untätig minuten fingerabdruck touch id schutz ihrer daten verschlüsselung verschlüsselt schlüsselbund jetzt sperren',
  'settings.security.auto.title': 'Automatisch sperren',
  'settings.security.auto.description':
    'Nach dieser Zeit ohne Eingabe. Solange Clarion gesperrt ist, wird nichts gesendet, synchronisiert oder gemeldet. {unlocking}',
  'settings.security.unlockFingerprint': 'Zum Entsperren brauchen Sie Ihren Fingerabdruck.',
  'settings.security.unlockClick': 'Zum Entsperren genügt ein Klick. Sperren Sie daher auch Ihren Computer.',
  'settings.security.never': 'Nie',
  'settings.security.minutes': '{count, number}\u00a0Min.',
  'settings.security.withComputer.title': 'Mit dem Computer sperren',
  'settings.security.withComputer.description': 'Clarion wird auch gesperrt, wenn Ihr Computer den Bildschirm sperrt.',
  'settings.security.now.title': 'Jetzt sperren',
  'settings.security.now.description':
    'Verbirgt alles, bis Sie entsperren. Was Sie getippt haben, wird vorher gespeichert.',
  'settings.security.lock': 'Clarion sperren',
  'settings.security.failed': 'Die Einstellung konnte nicht geändert werden. {cause}',
  'settings.security.protection.title': 'Schutz Ihrer Daten',
  'settings.security.keychain':
    'Die Kundendaten dieses Arbeitsbereichs sind auf diesem Gerät verschlüsselt. Der Schlüssel dazu liegt im Schlüsselbund des Systems.',
  'settings.security.unprotected':
    'Nicht geschützt: Dieses System hat keinen Schlüsselbund. Wer Ihre Dateien lesen kann, kann auch die Nachrichten Ihrer Kundschaft und den API-Schlüssel lesen.',
  'settings.security.memory':
    'Verschlüsselt mit einem Schlüssel, den Clarion beim Beenden vergisst, weil dieses System keinen Schlüsselbund hat. Nicht gesendete Nachrichten, Entwürfe, Notizen und Textbausteine gehen dann verloren.',
} satisfies Record<keyof typeof english, string>
