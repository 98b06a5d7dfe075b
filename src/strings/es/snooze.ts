import type { snooze as english } from '../en/snooze.ts'

export const snooze = {
  'snooze.apply': 'Posponer',
  'snooze.applyIfNoReply': 'Recordar si no hay respuesta',
  'snooze.applyIfNoReplyBy': 'Recordar si no hay respuesta hasta {when}',
  'snooze.applyUntil': 'Posponer hasta {when}',
  'snooze.description': 'Solo en este dispositivo. Vuelve a esa hora o cuando el cliente escriba.',
  'snooze.end': 'Dejar de posponer',
  'snooze.inAWeek': 'En una semana',
  'snooze.laterToday': 'Hoy, más tarde',
  'snooze.monday': 'Lunes',
  'snooze.past': 'Esa hora ya ha pasado: {when}.',
  'snooze.placeholder': 'mañana a las 9, en 2 horas, si no responde antes del viernes',
  'snooze.presetLabel': '{name}, {time}',
  'snooze.suggestions': 'Horas sugeridas',
  'snooze.title.conversation': 'Posponer la conversación',
  'snooze.title.conversations': '{count, plural, one {Posponer # conversación} other {Posponer # conversaciones}}',
  'snooze.title.customer': 'Posponer la conversación con {name}',
  'snooze.tomorrow': 'Mañana',
  'snooze.unknown': '«{typed}» no parece una hora. Prueba con «mañana a las 9» o «en 2 días».',
  'snooze.until': 'Posponer hasta',
} satisfies Record<keyof typeof english, string>
