import type { RECOVERY_EN } from './recovery-en.ts'

export const RECOVERY_DE = {
  'recovery.actions': 'Was Sie tun können',
  'recovery.cacheNote':
    'Beim Start ohne Cache werden Ihre Unterhaltungen neu heruntergeladen. Entwürfe und nicht gesendete Nachrichten bleiben erhalten.',
  'recovery.crashed.text':
    'Der Posteingang wurde unerwartet beendet, und Neuladen hat nicht geholfen. Bis Clarion neu geladen ist, werden keine Nachrichten gesendet oder empfangen. Entwürfe und nicht gesendete Nachrichten bleiben auf diesem Gerät.',
  'recovery.crashed.title': 'Clarion funktioniert nicht mehr',
  'recovery.hangs.text':
    'Warten Sie oder laden Sie Clarion neu. Entwürfe und nicht gesendete Nachrichten bleiben auf diesem Gerät.',
  'recovery.hangs.title': 'Clarion reagiert nicht',
  'recovery.noPage.text':
    'Versuchen Sie es erneut oder starten Sie den Computer neu. Entwürfe und nicht gesendete Nachrichten bleiben auf diesem Gerät.',
  'recovery.noPage.title': 'Clarion kann sein Fenster nicht anzeigen',
  'recovery.keepOpen': 'Geöffnet lassen',
  'recovery.mainBroke.text':
    'Ein Teil von Clarion ist ausgefallen. Nachrichten werden vielleicht nicht gesendet oder empfangen. Starten Sie Clarion neu, um sicher weiterzuarbeiten. Entwürfe und nicht gesendete Nachrichten bleiben auf diesem Gerät.',
  'recovery.mainBroke.title': 'In Clarion ist ein Fehler aufgetreten',
  'recovery.notLoaded.text':
    'Eine Datei der App fehlt oder ist nicht lesbar. Wenn Neuladen nicht hilft, installieren Sie Clarion neu. Bis Clarion neu geladen ist, werden keine Nachrichten gesendet oder empfangen. Entwürfe und nicht gesendete Nachrichten bleiben auf diesem Gerät.',
  'recovery.notLoaded.title': 'Clarion konnte sein Fenster nicht laden',
  'recovery.openLog': 'Protokoll öffnen',
  'recovery.quit': 'Beenden',
  'recovery.reload': 'Neu laden',
  'recovery.restart': 'Clarion neu starten',
  'recovery.startWithoutCache': 'Ohne Cache starten',
  'recovery.tryAgain': 'Erneut versuchen',
  'recovery.wait': 'Warten',
  'report.close': 'Schließen',
  'report.content': 'Der Bericht',
  'report.fileType': 'Text',
  'report.intro':
    'Das ist der ganze Bericht. Er enthält keine Nachrichten, Namen, Telefonnummern, Schlüssel oder Serveradressen. Clarion sendet ihn nicht: Speichern Sie ihn und hängen Sie ihn an Ihre Nachricht an den Support an.',
  'report.notSaved':
    'Der Bericht konnte nicht gespeichert werden. Wählen Sie einen anderen Ordner und versuchen Sie es erneut.',
  'report.open': 'Problem melden…',
  'report.save': 'Bericht speichern…',
  'report.saved': 'Als {name} gespeichert.',
  'report.title': 'Problem melden',
} satisfies Record<keyof typeof RECOVERY_EN, string>
