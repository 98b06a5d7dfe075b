import type { notify as english } from '../../en/notifications/answers.ts'

export const notify = {
  'notify.duringQuietHours': 'Recibidos durante las horas de silencio.',
  'notify.notSent': 'Respuesta no enviada',
  'notify.notResolved': 'No resuelta',
  'notify.locked': 'Clarion estaba bloqueado o se cerró. Tu texto se ha guardado como borrador.',
  'notify.placeholder': 'Falta rellenar un marcador. Tu texto se ha guardado como borrador.',
  'notify.tooLong': 'Es demasiado larga. Tu texto se ha guardado como borrador.',
  'notify.gone': 'La conversación ya no existe.',
  'notify.call': 'Una llamada no se puede responder por escrito.',
  'notify.newer': 'Han llegado mensajes nuevos. Tu texto se ha guardado como borrador.',
  'notify.second': 'Ya has respondido desde esta notificación. Tu texto se ha guardado como borrador.',
  'notify.unknown': 'Clarion ya no reconoce esta notificación. Abre la conversación para responder.',
  'notify.notSaved': 'No se ha podido guardar en este dispositivo. Clarion volverá a intentarlo.',
  'notify.newerResolve': 'Han llegado mensajes nuevos.',
  'notify.unknownResolve': 'Clarion ya no reconoce esta notificación. Abre la conversación.',
  'notify.resolved': '{name}: resuelta',
} satisfies Record<keyof typeof english, string>
