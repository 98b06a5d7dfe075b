export const BACKUP_EN = {
  'backup.costly': 'This file asks for more memory than a Clarion backup needs. It’s damaged or was made to do harm.',
  'backup.damaged': 'This backup is damaged or incomplete. Copy it again from where it was saved.',
  'backup.ended': 'This backup has already ended. Start it again.',
  'backup.fileName': 'Clarion backup {date}',
  'backup.fileType': 'Clarion backup',
  'backup.newer': 'A newer version of Clarion made this backup. Update Clarion, then try again.',
  'backup.noServer': '“{name}” has no server address in the backup, so it can’t be restored.',
  'backup.notABackup': 'This file isn’t a Clarion backup.',
  'backup.restoreEnded': 'This restore has already ended. Choose the file again.',
  'backup.tooLarge': 'This backup is too large to restore.',
  'backup.unknownContents':
    'This backup holds something that this version of Clarion doesn’t know. Update Clarion, then try again.',
  'backup.unreadable': 'Couldn’t read the file. Copy it to this computer, then try again.',
  'backup.wrongPassphrase': 'This passphrase doesn’t open the backup. Check for typos and Caps Lock.',
} as const
