import type { settingsUpdates as english } from '../en/settings-updates.ts'

export const settingsUpdates = {
  'settings.updates.title': 'Updates',
  'settings.updates.about':
    'welche werden installiert neue Version aktualisieren installieren nach Updates suchen Kanal Beta stabil Neuerungen neu starten automatisch Versionen',
  'settings.updates.version': 'Clarion {version}',
  'settings.updates.check': 'Nach Updates suchen',
  'settings.updates.restart': 'Jetzt neu starten',
  'settings.updates.idle': 'Clarion sucht täglich nach Updates.',
  'settings.updates.checking': 'Es wird nach Updates gesucht…',
  'settings.updates.current': 'Clarion ist auf dem neuesten Stand. Geprüft: {time}.',
  'settings.updates.downloading': 'Version {version} wird geladen: {percent, number}\u00a0%',
  'settings.updates.ready': 'Version {version} ist bereit. Sie wird installiert, wenn Sie Clarion beenden.',
  'settings.updates.notes': 'Neu in Version {version}',
  'settings.updates.channel.title': 'Welche Versionen installiert werden',
  'settings.updates.channel.description': 'Beta-Versionen haben neue Funktionen früher und mehr Fehler.',
  'settings.updates.channel.stable': 'Stabil',
  'settings.updates.channel.beta': 'Beta',
  'settings.updates.off.policy': 'Updates in der App sind ausgeschaltet.',
  'settings.updates.off.packageManager': 'Ihre Paketverwaltung aktualisiert Clarion.',
  'settings.updates.off.archive':
    'Clarion kann sich hier nicht selbst aktualisieren, weil es aus einem Archiv entpackt wurde. Laden Sie neue Versionen selbst herunter.',
  'settings.updates.off.portable':
    'Die portable Version von Clarion kann sich nicht selbst aktualisieren. Laden Sie neue Versionen selbst herunter.',
  'settings.updates.off.development': 'Das ist eine Entwicklungsversion. Sie aktualisiert sich nicht selbst.',
  'settings.updates.off.noFeed':
    'Für diese Version von Clarion gibt es keinen Update-Server. Laden Sie neue Versionen selbst herunter.',
  'settings.updates.problem.offline':
    'Der Update-Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'settings.updates.problem.proxy': 'Der Update-Server ist nicht erreichbar: {cause}.',
  'settings.updates.problem.namedProxy': 'Der Update-Server ist nicht erreichbar: {cause} ({proxy}).',
  'settings.updates.problem.timeout':
    'Der Update-Server hat nicht rechtzeitig geantwortet. Versuchen Sie es später erneut.',
  'settings.updates.problem.notFound':
    'Der Update-Server hat keine Version für diesen Computer. Versuchen Sie es später erneut.',
  'settings.updates.problem.server': 'Der Update-Server meldet einen Fehler. Versuchen Sie es später erneut.',
  'settings.updates.problem.certificate':
    'Die Verbindung zum Update-Server ist nicht sicher, daher wurde nichts geladen. Fragen Sie Ihre Administration.',
  'settings.updates.problem.noDescription':
    'Der Update-Server hat unerwartet geantwortet. Vielleicht kam die Antwort von einem Netz, das eine Anmeldung verlangt.',
  'settings.updates.problem.damaged':
    'Die geladene Datei ist beschädigt und wurde nicht installiert. Versuchen Sie es erneut.',
  'settings.updates.problem.signature':
    'Die geladene Datei ist nicht von Clarion signiert und wurde nicht installiert. Fragen Sie Ihre Administration.',
  'settings.updates.problem.tooLarge': 'Die Datei ist zu groß für ein Update, daher wurde das Laden abgebrochen.',
  'settings.updates.problem.otherServer':
    'Der Update-Server verweist auf einen anderen Server, daher wurde nichts geladen. Fragen Sie Ihre Administration.',
  'settings.updates.problem.notEncrypted':
    'Die Verbindung zum Update-Server ist nicht verschlüsselt, daher wurde nichts geladen.',
  'settings.updates.problem.diskFull': 'Der Datenträger ist voll. Schaffen Sie Platz und versuchen Sie es erneut.',
  'settings.updates.problem.noPermission':
    'Clarion darf seine Datei nicht ersetzen. Verschieben Sie sie in einen eigenen Ordner und versuchen Sie es erneut.',
  'settings.updates.problem.other':
    'Clarion konnte nicht aktualisiert werden. Mehr steht im Protokoll. Versuchen Sie es später erneut.',
} satisfies Record<keyof typeof english, string>
