import type { customer as english } from '../en/customer.ts'

export const customer = {
  'customer.panel': 'Cliente',
  'customer.hidePanel': 'Ocultar el panel del cliente',
  'customer.back': 'Volver a la conversación',
  'customer.name': 'Nombre',
  'customer.addresses': 'Direcciones',
  'customer.noAddress': 'Sin número de teléfono ni correo electrónico',
  'customer.copy': 'Copiar {text}',
  'customer.copied': 'Copiado',
  'customer.notes': 'Notas',
  'customer.onlyOnDevice': 'Solo en este dispositivo',
  'customer.addNote': 'Añade una nota sobre este cliente',
  'customer.noteNotSaved': 'No se pudo guardar esta nota. Clarion volverá a intentarlo cuando la edites.',
  'customer.conversations': 'Conversaciones',
  'customer.cannotShow': 'Esta conversación no se puede mostrar.',
  'customer.noMessages': 'Aún no hay mensajes',
  'customer.firstSeen': 'Primer contacto',
  'customer.unknown': 'desconocido',
  'customer.messagesOnDevice': 'Mensajes en este dispositivo',
  'customer.allOpen': '{count, plural, one {# abierta} other {# abiertas}}',
  'customer.someOpen': '{all, number}, {open, plural, one {# abierta} other {# abiertas}}',
} satisfies Record<keyof typeof english, string>
