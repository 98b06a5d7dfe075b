import type { outbox as english } from '../en/outbox.ts'

export const outbox = {
  'outbox.title': 'Bandeja de salida',
  'outbox.emptyTitle': 'Todos los mensajes enviados',
  'outbox.emptyHint': 'Aquí aparecen los mensajes pendientes de envío.',
  'outbox.showInbox': 'Mostrar bandeja de entrada',
  'outbox.waiting': 'En cola',
  // The names are those of workspaces.
  'outbox.notShown': 'Sin mostrar: {names}',
  'outbox.openConversation': 'Abrir conversación',
  'outbox.newsTitle': 'Mensajes nuevos desde que escribiste',
  'outbox.earlier': '{count, plural, one {# anterior} other {# anteriores}}',
  'outbox.entry.send': 'Mensaje para {name}',
  'outbox.entry.create': 'Nueva conversación con {name}',
  'outbox.entry.close': 'Cerrar · {name}',
  'outbox.entry.change': '{change} · {name}',
  'outbox.entry.changeFor': 'Cambio para {name}',

  'outbox.acts.retry': 'Reintentar ahora',
  'outbox.acts.edit': 'Editar',
  'outbox.acts.discard': 'Descartar',
  'outbox.acts.undo': 'Deshacer',
  'outbox.acts.sendNow': 'Enviar ahora',
  'outbox.acts.sendAnyway': 'Enviar de todos modos',
  'outbox.acts.sendAgain': 'Volver a enviar',
  'outbox.acts.applyAnyway': 'Aplicar de todos modos',
  'outbox.acts.applyAgain': 'Volver a aplicar',
  'outbox.acts.startAnyway': 'Iniciar de todos modos',
  'outbox.acts.markDelivered': 'Marcar como entregado',
  'outbox.acts.markDone': 'Marcar como hecho',
  'outbox.acts.keep': 'Conservar',
  'outbox.acts.cancel': 'Cancelar',
  'outbox.acts.emptyName': 'El nombre no puede estar vacío',
  'outbox.acts.nameNotSaved': 'No se pudo guardar el nombre en este dispositivo',

  'outbox.acts.discardSend.title': '¿Descartar este mensaje?',
  'outbox.acts.discardSend.text':
    'El servidor no lo tiene. Su texto se conserva en este dispositivo, en las versiones anteriores del campo de respuesta.',
  'outbox.acts.discardSend.mayHaveArrived':
    'Puede que se haya entregado de todos modos. Su texto se conserva en este dispositivo, en las versiones anteriores del campo de respuesta.',
  'outbox.acts.discardCreate.title': '¿Descartar esta conversación?',
  'outbox.acts.discardCreate.text': 'Nunca se inició en el servidor. También se descartan sus mensajes sin enviar.',
  'outbox.acts.discardCreate.mayHaveArrived':
    'Puede que se haya iniciado en el servidor de todos modos. También se descartan sus mensajes sin enviar.',
  'outbox.acts.discardPatch.title': '¿Descartar este cambio?',
  'outbox.acts.discardClose.title': '¿Descartar el cierre?',
  'outbox.acts.discardChange.text': 'La conversación se queda como está en el servidor.',
  'outbox.acts.discardChange.mayHaveArrived': 'Puede que se haya aplicado en el servidor de todos modos.',

  'outbox.acts.backUpFirst': 'Hacer copia antes…',
  'outbox.acts.signOut': 'Cerrar sesión',
  'outbox.acts.signOutAndLoseIt': 'Cerrar sesión y perderlo',
  'outbox.acts.signOutAndLoseThem': 'Cerrar sesión y perderlos',
  'outbox.acts.signOutOf': '¿Cerrar sesión en {workspace}?',
  'outbox.acts.signOutOfDemo': 'La demostración termina y se elimina todo su contenido.',
  'outbox.acts.signOutDeletes':
    'Elimina de este dispositivo la clave de API y todo lo de este espacio de trabajo, incluidos los borradores, las notas, las plantillas y qué conversaciones están destacadas o pospuestas. En el servidor no cambia nada.',
  'outbox.acts.lostUnsent': '{count, plural, one {{what} aún no se ha enviado.} other {{what} aún no se han enviado.}}',
  'outbox.acts.lostDrafts':
    '{count, plural, one {# borrador está solo en este dispositivo.} other {# borradores están solo en este dispositivo.}}',
  'outbox.acts.wouldBeLost': '{count, plural, one {Se perdería.} other {Se perderían.}}',
  'outbox.acts.lostUnreadable':
    'No se puede comprobar si en este espacio de trabajo queda algo sin enviar, que se perdería.',
} satisfies Record<keyof typeof english, string>
