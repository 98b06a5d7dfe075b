import type { notify as english } from '../../en/notifications/answers.ts'

export const notify = {
  'notify.duringQuietHours': 'Während der Ruhezeit eingegangen.',
  'notify.notSent': 'Antwort nicht gesendet',
  'notify.notResolved': 'Nicht erledigt',
  'notify.locked': 'Clarion war gesperrt oder wurde beendet. Ihr Text ist als Entwurf gespeichert.',
  'notify.placeholder': 'Ein Platzhalter ist noch auszufüllen. Ihr Text ist als Entwurf gespeichert.',
  'notify.tooLong': 'Sie ist zu lang. Ihr Text ist als Entwurf gespeichert.',
  'notify.gone': 'Die Unterhaltung existiert nicht mehr.',
  'notify.call': 'Ein Anruf kann nicht schriftlich beantwortet werden.',
  'notify.newer': 'Neue Nachrichten sind eingegangen. Ihr Text ist als Entwurf gespeichert.',
  'notify.second': 'Sie haben aus dieser Benachrichtigung schon geantwortet. Ihr Text ist als Entwurf gespeichert.',
  'notify.unknown': 'Clarion kennt diese Benachrichtigung nicht mehr. Öffnen Sie die Unterhaltung, um zu antworten.',
  'notify.notSaved': 'Sie konnte auf diesem Gerät nicht gespeichert werden. Clarion versucht es erneut.',
  'notify.newerResolve': 'Neue Nachrichten sind eingegangen.',
  'notify.unknownResolve': 'Clarion kennt diese Benachrichtigung nicht mehr. Öffnen Sie stattdessen die Unterhaltung.',
  'notify.resolved': '{name} erledigt',
} satisfies Record<keyof typeof english, string>
