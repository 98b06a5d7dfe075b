import type { EN } from './en.ts'
import { BACKGROUND_DE } from './background-de.ts'
import { BACKUP_DE } from './backup-de.ts'
import { POLICY_DE } from './policy-de.ts'
import { RECOVERY_DE } from './recovery-de.ts'

export const DE = {
  ...BACKGROUND_DE,
  ...BACKUP_DE,
  ...POLICY_DE,
  ...RECOVERY_DE,

  'account.anotherHasKey': 'Dieser Schlüssel gehört zum Arbeitsbereich „{name}“, der bereits auf diesem Gerät ist.',
  'account.cannotCheckKey':
    'Dieser Arbeitsbereich hat keine Unterhaltungen auf diesem Gerät. Clarion kann daher nicht prüfen, ob der Schlüssel zu ihm gehört. Fügen Sie stattdessen einen neuen Arbeitsbereich hinzu.',
  'account.demo': 'Demo',
  'account.enterKey': 'Geben Sie den API-Schlüssel ein.',
  'account.enterName': 'Geben Sie einen Namen für den Arbeitsbereich ein.',
  'account.inbox': 'Posteingang',
  'account.invalidKey':
    'Ein API-Schlüssel enthält keine Leerzeichen, Zeilenumbrüche oder Umlaute. Kopieren Sie den ganzen Schlüssel noch einmal.',
  'account.keyMissing':
    'Der API-Schlüssel für diesen Arbeitsbereich fehlt auf diesem Gerät. Geben Sie ihn noch einmal ein.',
  'account.nameTaken': 'Ein anderer Arbeitsbereich hat diesen Namen. Geben Sie einen anderen Namen ein.',
  'account.noConversationFound':
    '{count, plural, one {Die geprüfte Unterhaltung ist mit diesem Schlüssel nicht zu finden. Der Schlüssel gehört vielleicht zu einem anderen Konto, oder die Unterhaltung wurde gelöscht.} other {Keine der # geprüften Unterhaltungen ist mit diesem Schlüssel zu finden. Der Schlüssel gehört vielleicht zu einem anderen Konto, oder die Unterhaltungen wurden gelöscht.}} Fügen Sie den Schlüssel in den Einstellungen unter „Arbeitsbereiche“ als neuen Arbeitsbereich hinzu. Nicht gesendete Nachrichten bleiben in diesem Arbeitsbereich.',
  'account.otherServer':
    'Dieser Arbeitsbereich verwendet {address}. Für einen anderen Server fügen Sie einen neuen Arbeitsbereich hinzu.',
  'account.workspaceGone': 'Dieser Arbeitsbereich ist nicht mehr auf diesem Gerät.',

  'address.empty': 'Geben Sie die Serveradresse ein, zum Beispiel https://api.example.com.',
  'address.hasQuery': 'Entfernen Sie alles ab ? oder #.',
  'address.hasUser': 'Entfernen Sie Benutzername und Passwort aus der Adresse.',
  'address.invalid': 'Das ist keine gültige Adresse. Geben Sie eine Adresse wie https://api.example.com ein.',
  'address.notEncrypted': 'Verwenden Sie https. Mit http könnten andere im Netzwerk den API-Schlüssel lesen.',
  'address.otherScheme': 'Geben Sie eine Adresse ein, die mit https:// beginnt.',

  'api.idNotInAddress': 'Diese Unterhaltung lässt sich nicht öffnen: Die ID kann nicht Teil einer Webadresse sein.',
  'api.keyRejected': 'Der Server hat den API-Schlüssel abgelehnt.',
  'api.noReason': 'Der Server hat keinen Grund genannt.',

  'badge.waiting': '{count, plural, one {# Unterhaltung wartet} other {# Unterhaltungen warten}}',

  'bug.invalidCall': 'Dieser Aufruf ist ungültig.',
  'bug.notOurWindow': 'Nur das Fenster der App darf diesen Aufruf ausführen.',
  'bug.unexpected': 'In Clarion ist ein Fehler aufgetreten. Versuchen Sie es erneut.',
  'bug.unknownCall': 'Diesen Aufruf gibt es nicht.',

  'connect.busy': 'Clarion stellt bereits eine Frage. Beantworten Sie diese zuerst, und versuchen Sie es dann erneut.',
  'connect.cancel': 'Abbrechen',
  'connect.connect': 'Verbinden',
  'connect.declined': 'Nicht verbunden.',
  'connect.notAllowed': 'Ihre Organisation erlaubt diesen Server nicht. Wenden Sie sich an Ihre Administration.',
  'connect.policyBroken':
    'Es kann kein Server hinzugefügt werden, weil die Richtliniendatei Ihrer Organisation nicht verwendet werden kann. Wenden Sie sich an Ihre Administration.',
  'connect.notEncrypted': 'Die Verbindung ist nicht verschlüsselt.',
  'connect.paused': 'Nicht verbunden. Versuchen Sie es in einer Minute erneut.',
  'connect.question': 'Mit {host} verbinden?',
  'connect.sendsThere': 'Clarion sendet den API-Schlüssel und Ihre Nachrichten dorthin.',
  'connect.thisComputer': 'Dieser Server läuft auf diesem Computer.',
  'connect.tooOften': 'Zu viele Verbindungsversuche. Versuchen Sie es in einer Minute erneut.',

  'export.ended': 'Dieser Export ist bereits beendet. Starten Sie ihn neu.',
  'export.error.busy':
    'Die Datei ist in einem anderen Programm geöffnet. Schließen Sie sie dort und versuchen Sie es erneut.',
  'export.error.diskFull': 'Der Datenträger ist voll. Geben Sie Speicherplatz frei und versuchen Sie es erneut.',
  'export.error.fileTooLarge':
    'Der Datenträger kann keine Datei dieser Größe speichern. Wählen Sie einen anderen Datenträger.',
  'export.error.folderGone': 'Den Ordner gibt es nicht mehr. Wählen Sie einen anderen Ordner.',
  'export.error.folderHasName': 'Ein Ordner hat diesen Namen. Wählen Sie einen anderen Namen.',
  'export.error.noPermission': 'Sie dürfen hier nicht speichern. Wählen Sie einen anderen Ordner.',
  'export.error.other':
    'Die Datei konnte nicht geschrieben werden. Versuchen Sie es erneut oder wählen Sie einen anderen Ordner.',
  'export.error.quota':
    'Ihr Speicherkontingent ist aufgebraucht. Geben Sie Speicherplatz frei und versuchen Sie es erneut.',
  'export.error.readOnly': 'Der Datenträger ist schreibgeschützt. Wählen Sie einen anderen Ordner.',
  'export.fileName': 'Clarion-Export',

  'link.cancel': 'Abbrechen',
  'link.notEncrypted': 'Die Verbindung zu dieser Website ist nicht verschlüsselt.',
  'link.open': 'Öffnen',
  'link.question': '{name} öffnen?',
  'link.refused.hiddenCharacters': 'Der Link enthält unsichtbare oder ungültige Zeichen.',
  'link.refused.invalidMail': 'Der Link ist keine gültige E-Mail-Adresse.',
  'link.refused.invalidPhone': 'Der Link ist keine gültige Telefonnummer.',
  'link.refused.mailFields': 'Der Link verlangt mehr als eine E-Mail an eine Adresse.',
  'link.refused.noAddress': 'Der Link ist keine gültige Adresse.',
  'link.refused.scheme': 'Nur Web-, E-Mail- und Telefonlinks lassen sich öffnen.',
  'link.refused.tooLong': 'Der Link ist zu lang.',
  'link.refused.userName': 'Der Link enthält einen Benutzernamen, der das Ziel verbergen kann.',

  'lock.locked': 'Clarion ist gesperrt. Entsperren Sie die App zuerst.',
  'lock.open': 'Clarion ist nicht gesperrt.',
  'lock.reason': 'Clarion entsperren',

  'menu.addToDictionary': 'Zum Wörterbuch hinzufügen',
  'menu.conversation': '&Unterhaltung',
  'menu.edit': '&Bearbeiten',
  'menu.file': '&Datei',
  'menu.go': '&Gehe zu',
  'menu.help': '&Hilfe',
  'menu.noSuggestions': 'Keine Vorschläge',
  'menu.quit.linux': '&Beenden',
  'menu.quit.macos': 'Clarion beenden',
  'menu.quit.windows': '&Beenden',
  'menu.role.about': 'Über Clarion',
  'menu.role.bringToFront': 'Alle nach vorne bringen',
  'menu.role.close': 'Schließen',
  'menu.role.closeWindow': 'Fenster schließen',
  'menu.role.copy': 'Kopieren',
  'menu.role.cut': 'Ausschneiden',
  'menu.role.delete': 'Löschen',
  'menu.role.developerTools': 'Entwicklertools ein-/ausblenden',
  'menu.role.fullScreen': 'Vollbild ein/aus',
  'menu.role.hide': 'Clarion ausblenden',
  'menu.role.hideOthers': 'Andere ausblenden',
  'menu.role.minimize': 'Minimieren',
  'menu.role.paste': 'Einfügen',
  'menu.role.pasteWithoutStyle': 'Einfügen und Stil anpassen',
  'menu.role.redo': 'Wiederholen',
  'menu.role.selectAll': 'Alles auswählen',
  'menu.role.services': 'Dienste',
  'menu.role.showAll': 'Alle einblenden',
  'menu.role.showSubstitutions': 'Ersetzungen einblenden',
  'menu.role.smartDashes': 'Intelligente Bindestriche',
  'menu.role.smartQuotes': 'Intelligente Anführungszeichen',
  'menu.role.startSpeaking': 'Sprachausgabe starten',
  'menu.role.stopSpeaking': 'Sprachausgabe stoppen',
  'menu.role.textReplacement': 'Textersetzung',
  'menu.role.undo': 'Rückgängig',
  'menu.role.zoomWindow': 'Zoomen',
  'menu.speech': 'Sprachausgabe',
  'menu.substitutions': 'Ersetzungen',
  'menu.thirdPartyLicenses': 'Lizenzen von Drittanbietern',
  'menu.view': '&Ansicht',
  'menu.window': '&Fenster',
  'menu.zoom.in': 'Vergrößern',
  'menu.zoom.out': 'Verkleinern',
  'menu.zoom.reset': 'Zoom zurücksetzen',

  'notification.reply': 'Antworten',
  'notification.replyLockedHint': 'Clarion ist gesperrt. Nach dem Entsperren finden Sie Ihre Antwort als Entwurf.',
  'notification.replyLost':
    'Die Benachrichtigung ist von vor dem Neustart von Clarion. Öffnen Sie die Unterhaltung, um zu antworten. Ihr Text:',
  'notification.replyNotSent': 'Antwort nicht gesendet',
  'notification.resolve': 'Erledigen',
  'notification.resolveLocked': 'Nicht erledigt',
  'notification.resolveLockedHint': 'Clarion ist gesperrt. Entsperren Sie es zuerst.',

  'proxy.noQuestion': 'Dieser Proxy fragt nicht nach Name und Passwort.',

  'quit.changes': '{count, plural, one {# Änderung} other {# Änderungen}}',
  'quit.conversations': '{count, plural, one {# neue Unterhaltung} other {# neue Unterhaltungen}}',
  'quit.keepOpen': 'Clarion geöffnet lassen',
  'quit.lost':
    'Nach dem Beenden bleibt auf diesem Computer nichts erhalten. {count, plural, one {Sie geht verloren.} other {Sie gehen verloren.}}',
  'quit.messages': '{count, plural, one {# Nachricht} other {# Nachrichten}}',
  'quit.quit': 'Beenden',
  'quit.sentAtStart':
    '{count, plural, one {Sie bleibt auf diesem Gerät und wird beim nächsten Start von Clarion gesendet.} other {Sie bleiben auf diesem Gerät und werden beim nächsten Start von Clarion gesendet.}}',
  'quit.sentAtStartExcept':
    'Sie bleiben auf diesem Gerät. {waitingCount, plural, one {{waiting} wird beim nächsten Start von Clarion gesendet.} other {{waiting} werden beim nächsten Start von Clarion gesendet.}} Über {asking} müssen Sie noch entscheiden.',
  'quit.sentWithKey':
    '{count, plural, one {Sie bleibt auf diesem Gerät und wird gesendet, sobald Sie den API-Schlüssel wieder eingeben.} other {Sie bleiben auf diesem Gerät und werden gesendet, sobald Sie den API-Schlüssel wieder eingeben.}}',
  'quit.sentWithKeyExcept':
    'Sie bleiben auf diesem Gerät. {waitingCount, plural, one {{waiting} wird gesendet, sobald Sie den API-Schlüssel wieder eingeben.} other {{waiting} werden gesendet, sobald Sie den API-Schlüssel wieder eingeben.}} Über {asking} müssen Sie noch entscheiden.',
  'quit.unsent':
    '{count, plural, one {{items} wurde noch nicht gesendet.} other {{items} wurden noch nicht gesendet.}}',
  'quit.untilDecided':
    '{count, plural, one {Sie bleibt auf diesem Gerät, bis Sie darüber entscheiden.} other {Sie bleiben auf diesem Gerät, bis Sie darüber entscheiden.}}',

  'sealing.choiceNotStored':
    'Ihre Auswahl konnte nicht gespeichert werden. Geben Sie Speicherplatz frei oder prüfen Sie die Rechte am Datenordner von Clarion, und versuchen Sie es erneut.',
  'sealing.keyNotRemoved': 'Der Datenschlüssel konnte nicht entfernt werden. Versuchen Sie es erneut.',

  'start.argumentsTooLong': 'Der Link ist zu lang. Kopieren Sie ihn noch einmal, oder bitten Sie um einen kürzeren.',
  'start.broke': 'Beim Start ist ein Fehler aufgetreten. Mehr dazu im Protokoll:',
  'start.keyFile.empty': 'nennt eine leere Datei.',
  'start.keyFile.notDeleted': 'nennt eine Datei, die sich nicht lesen und löschen ließ.',
  'start.keyFile.notPlain': 'muss eine einfache Datei mit nur einem Namen nennen.',
  'start.keyFile.notPrivate': 'muss eine Datei nennen, die nur Ihnen gehört und die nur Sie lesen dürfen (Modus 0600).',
  'start.keyFile.tooLarge': 'nennt eine Datei, die für einen Schlüssel zu groß ist.',
  'start.keyFile.unreadable': 'nennt eine Datei, die fehlt, ein Link ist oder sich nicht lesen lässt.',
  'start.newerProfile':
    'Eine neuere Version von Clarion hat diese Liste der Arbeitsbereiche geschrieben. Aktualisieren Sie Clarion und starten Sie es neu. Es wurde nichts geändert.',
  'start.profile.damagedLock': 'Eine beschädigte Sperrdatei in diesem Ordner konnte nicht verschoben werden ({code}).',
  'start.profile.diskFull':
    'Der Datenträger ist voll. Geben Sie Speicherplatz frei und starten Sie Clarion noch einmal.',
  'start.profile.elsewhere':
    'Clarion verwendet dieses Profil gerade auf einem anderen Computer ({computer}). Beenden Sie es zuerst dort. Wenn es dort nicht läuft, löschen Sie diese Datei.',
  'start.profile.isFile':
    'Clarion speichert seine Daten in einem Ordner mit diesem Namen, aber eine Datei heißt so. Benennen Sie die Datei um und starten Sie Clarion noch einmal.',
  'start.profile.noPermission':
    'Clarion speichert seine Daten in diesem Ordner, aber Ihr Benutzerkonto darf dort nicht schreiben. Ändern Sie die Berechtigungen und versuchen Sie es erneut.',
  'start.profile.other': 'Clarion speichert seine Daten in diesem Ordner, konnte ihn aber nicht öffnen ({code}).',
  'start.profile.quota':
    'Das Speicherkontingent Ihres Benutzerkontos ist aufgebraucht. Geben Sie Speicherplatz frei und starten Sie Clarion noch einmal.',
  'start.profile.readOnly':
    'Clarion speichert seine Daten in diesem Ordner, aber der Datenträger ist schreibgeschützt.',
  'start.provision.both': 'Setzen Sie CLARION_API_KEY_FILE oder CLARION_API_KEY, nicht beides.',
  'start.provision.incomplete':
    'Setzen Sie CLARION_API_URL und CLARION_API_KEY_FILE (oder CLARION_API_KEY): Eines davon fehlt.',
  'start.provision.invalidKey':
    'CLARION_API_KEY ist kein gültiger API-Schlüssel: Der Wert ist leer oder enthält Leerzeichen oder Umlaute.',
  'start.refused': 'Clarion konnte nicht starten',
  'start.switchRefused.text':
    'Clarion wurde mit {name} aufgerufen. Das ist nicht erlaubt. Nur bekannte Optionen sind möglich, weil andere die App und ihren API-Schlüssel für fremde Programme öffnen können.',
  'start.switchRefused.title': 'Clarion wurde nicht gestartet',
  'tray.lock': 'Jetzt sperren',
  'tray.newConversation': 'Neue Unterhaltung…',
  'tray.open': 'Clarion öffnen',
  'tray.quit': 'Clarion beenden',
  'tray.waiting':
    '{count, plural, =0 {Keine Unterhaltung wartet} one {# Unterhaltung wartet} other {# Unterhaltungen warten}}',
} satisfies Record<keyof typeof EN, string>
