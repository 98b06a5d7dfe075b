import type { bulk as english } from '../en/bulk.ts'

export const bulk = {
  'bulk.cancel': 'Cancelar',
  'bulk.done': 'Listo',
  'bulk.gotIt': 'Entendido',

  'bulk.preview.resolve': '¿Resolver {count, number} conversaciones?',
  'bulk.preview.close': '¿Cerrar {count, number} conversaciones?',
  'bulk.preview.reopen': '¿Reabrir {count, number} conversaciones?',
  'bulk.preview.confirmResolve': 'Resolver {count, number}',
  'bulk.preview.confirmClose': 'Cerrar {count, number}',
  'bulk.preview.confirmReopen': 'Reabrir {count, number}',
  'bulk.preview.waiting': '{count, plural, one {# espera una respuesta.} other {# esperan una respuesta.}}',
  'bulk.preview.drafts':
    '{count, plural, one {# tiene un borrador sin enviar.} other {# tienen un borrador sin enviar.}}',
  'bulk.preview.already': '{count, plural, one {# ya está en este estado.} other {# ya están en este estado.}}',
  'bulk.preview.undoable': 'Puedes deshacerlo en un solo paso.',

  'bulk.problems.title':
    '{count, plural, one {# conversación no se modificó} other {# conversaciones no se modificaron}}',
  'bulk.problems.others': 'Las demás sí se modificaron. Puedes deshacerlo en un solo paso.',
  'bulk.problems.noOthers': 'No se cambió nada.',
  'bulk.problems.list': 'Sin cambios',
  'bulk.problems.nameless': '{count, plural, one {Una conversación} other {# conversaciones}}',
  'bulk.problems.more': 'y {count, number} más',

  'bulk.tags.title': 'Etiquetas de {count, number} conversaciones',
  'bulk.tags.add': 'Añadir etiqueta a todas',
  'bulk.tags.addHint': 'Pulsa Intro para añadirla.',
  'bulk.tags.list': 'Etiquetas',
  'bulk.tags.onAll': 'en todas',
  'bulk.tags.onSome': 'en {count, number}',
  'bulk.tags.addToAll': 'Añadir a todas',
  'bulk.tags.addTagToAll': 'Añadir {tag} a todas',
  'bulk.tags.remove': 'Quitar',
  'bulk.tags.removeTag': 'Quitar {tag}',
  'bulk.tags.added': '{count, plural, one {# conversación etiquetada} other {# conversaciones etiquetadas}} con {tag}',
  'bulk.tags.removed':
    '{count, plural, one {# conversación ya no tiene} other {# conversaciones ya no tienen}} la etiqueta {tag}',

  'bulk.selection.title': 'Selección',
  'bulk.selection.count': '{count, plural, one {# conversación seleccionada} other {# conversaciones seleccionadas}}',
  'bulk.selection.waiting': '{count, plural, one {# espera respuesta} other {# esperan respuesta}}',
  'bulk.selection.unread': '{count, number} sin leer',
  'bulk.selection.drafts': '{count, plural, one {# borrador} other {# borradores}}',
  'bulk.selection.people': 'Clientes seleccionados',
  'bulk.selection.more': 'y {count, number} más',
  'bulk.selection.actions': 'Acciones para la selección',
  'bulk.selection.otherTags': 'Otras etiquetas…',
  'bulk.selection.current': 'Conversación actual',
  'bulk.selection.currentOutside': 'Conversación actual (no seleccionada)',
  'bulk.selection.noMessages': 'Aún no hay mensajes',

  'bulk.undo.title': 'Deshacer parte del último cambio',
  'bulk.undo.nothing': 'No queda nada por deshacer.',
  'bulk.undo.help': 'Último cambio: {ago}. Pulsa Espacio para seleccionar e Intro para deshacer.',
  'bulk.undo.undo': 'Deshacer',
  'bulk.undo.undoSome': 'Deshacer {count, number}',
  'bulk.undo.list': 'Conversaciones modificadas',
  'bulk.undo.change': '{after}, antes {before}',
  'bulk.undo.more': 'Y {count, number} más. Para incluirlas, deshaz el cambio completo.',
} satisfies Record<keyof typeof english, string>
