import type { outbox as english } from '../en/outbox.ts'

export const outbox = {
  'outbox.title': 'Bandeja de salida',
  'outbox.emptyTitle': 'Todos los mensajes enviados',
  'outbox.emptyHint': 'Aquí aparecen los mensajes que esperan a ser enviados.',
  'outbox.needsUser': 'Requiere tu atención',
  'outbox.waiting': 'En cola',
  'outbox.openConversation': 'Abrir conversación',
  'outbox.newsTitle': 'Mensajes nuevos desde que escribiste',
  'outbox.earlier': '{count, plural, one {# anterior} other {# anteriores}}',
  'outbox.entry.send': 'Mensaje para {name}',
  'outbox.entry.create': 'Nueva conversación con {name}',
  'outbox.entry.close': 'Cerrar · {name}',
  'outbox.entry.change': '{change} · {name}',
  'outbox.entry.changeFor': 'Cambio para {name}',
} satisfies Record<keyof typeof english, string>
