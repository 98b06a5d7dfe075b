import type { BACKUP_EN } from './backup-en.ts'

export const BACKUP_DE = {
  'backup.costly':
    'Diese Datei verlangt mehr Speicher, als eine Clarion-Sicherung braucht. Sie ist beschädigt oder soll Schaden anrichten.',
  'backup.damaged': 'Diese Sicherung ist beschädigt oder unvollständig. Kopieren Sie sie noch einmal vom Speicherort.',
  'backup.ended': 'Diese Sicherung ist bereits beendet. Starten Sie sie erneut.',
  'backup.fileName': 'Clarion-Sicherung {date}',
  'backup.fileType': 'Clarion-Sicherung',
  'backup.newer':
    'Diese Sicherung stammt von einer neueren Version von Clarion. Aktualisieren Sie Clarion und versuchen Sie es dann erneut.',
  'backup.noServer':
    '„{name}“ hat in der Sicherung keine Serveradresse und kann deshalb nicht wiederhergestellt werden.',
  'backup.notABackup': 'Diese Datei ist keine Clarion-Sicherung.',
  'backup.restoreEnded': 'Diese Wiederherstellung ist bereits beendet. Wählen Sie die Datei erneut aus.',
  'backup.tooLarge': 'Diese Sicherung ist zu groß, um sie wiederherzustellen.',
  'backup.unknownContents':
    'Diese Sicherung enthält etwas, das diese Version von Clarion nicht kennt. Aktualisieren Sie Clarion und versuchen Sie es dann erneut.',
  'backup.unreadable':
    'Die Datei konnte nicht gelesen werden. Kopieren Sie sie auf diesen Computer und versuchen Sie es dann erneut.',
  'backup.wrongPassphrase':
    'Diese Passphrase öffnet die Sicherung nicht. Prüfen Sie Tippfehler und die Feststelltaste.',
} as const satisfies Record<keyof typeof BACKUP_EN, string>
