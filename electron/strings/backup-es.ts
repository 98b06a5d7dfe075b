import type { BACKUP_EN } from './backup-en.ts'

export const BACKUP_ES = {
  'backup.costly':
    'Este archivo pide más memoria de la que necesita una copia de Clarion. Está dañado o se hizo para causar daño.',
  'backup.damaged': 'Esta copia de seguridad está dañada o incompleta. Cópiala de nuevo desde donde se guardó.',
  'backup.ended': 'Esta copia de seguridad ya ha terminado. Empiézala de nuevo.',
  'backup.fileName': 'Copia de Clarion {date}',
  'backup.fileType': 'Copia de Clarion',
  'backup.newer':
    'Esta copia de seguridad es de una versión más nueva de Clarion. Actualiza Clarion e inténtalo de nuevo.',
  'backup.noServer': '«{name}» no tiene dirección de servidor en la copia, así que no se puede restaurar.',
  'backup.notABackup': 'Este archivo no es una copia de seguridad de Clarion.',
  'backup.restoreEnded': 'Esta restauración ya ha terminado. Elige el archivo de nuevo.',
  'backup.tooLarge': 'Esta copia de seguridad es demasiado grande para restaurarla.',
  'backup.unknownContents':
    'Esta copia contiene algo que esta versión de Clarion no conoce. Actualiza Clarion e inténtalo de nuevo.',
  'backup.unreadable': 'No se ha podido leer el archivo. Cópialo en este ordenador e inténtalo de nuevo.',
  'backup.wrongPassphrase':
    'Esta frase de contraseña no abre la copia. Comprueba las erratas y el bloqueo de mayúsculas.',
} as const satisfies Record<keyof typeof BACKUP_EN, string>
