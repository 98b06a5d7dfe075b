import type { exporting as english } from '../en/exporting.ts'

export const exporting = {
  'exporting.title': '{count, plural, one {Exportar # conversación} other {Exportar # conversaciones}}',
  'exporting.cancel': 'Cancelar',
  'exporting.chooseLocation': 'Elegir ubicación…',
  'exporting.format': 'Formato',
  'exporting.markdownHint': 'Para leer: una conversación tras otra.',
  'exporting.jsonHint': 'Para otros programas: todos los campos.',
  'exporting.csvHint': 'Para hojas de cálculo: una fila por mensaje.',
  'exporting.searchWasCut':
    'Solo se buscó en las conversaciones más recientes. Puede que falten resultados más antiguos.',
  'exporting.oneIncomplete':
    'Los mensajes más recientes aún no están en este dispositivo, así que no aparecerán en el archivo.',
  'exporting.allIncomplete':
    'Ninguna está completa todavía en este dispositivo. Los mensajes que faltan no aparecerán en el archivo.',
  'exporting.someIncomplete':
    '{count, plural, one {# de ellas está incompleta} other {# de ellas están incompletas}} en este dispositivo. Los mensajes que faltan no aparecerán en el archivo. El archivo señala estas conversaciones.',

  'exporting.export': 'Exportación',
  'exporting.progress': '{done, number} de {total, number} exportadas',
  'exporting.stop': 'Detener',
  'exporting.close': 'Cerrar',
  'exporting.failed': 'No se pudo exportar. {why}',
  'exporting.unreadable': 'No se pudieron leer los datos de este dispositivo.',
  'exporting.saved': '{count, plural, one {# conversación guardada} other {# conversaciones guardadas}} como {file}.',
  'exporting.savedIncomplete':
    '{count, plural, one {# incompleta} other {# incompletas}} en este dispositivo: el archivo lo señala.',
  'exporting.leftOut':
    '{count, plural, one {# omitida: ya no está} other {# omitidas: ya no están}} en este dispositivo.',

  'exporting.file.exportedAt': 'Exportado: {time}',
  'exporting.file.count': '{count, plural, one {# conversación.} other {# conversaciones.}}',
  'exporting.file.incompleteCount':
    'Incompletas en este dispositivo: {count, number}. Cada una está señalada debajo de su nombre.',
  'exporting.file.leftOutCount': 'Omitidas porque ya no están en este dispositivo: {count, number}.',
  'exporting.file.channel': 'Canal',
  'exporting.file.address': 'Dirección',
  'exporting.file.status': 'Estado',
  'exporting.file.subject': 'Asunto',
  'exporting.file.tags': 'Etiquetas',
  'exporting.file.incomplete': 'Incompleta',
  'exporting.file.withoutNewest': 'Sus mensajes más recientes aún no estaban en este dispositivo.',
  'exporting.file.withoutMessages': 'Sus mensajes aún no estaban en este dispositivo.',
  'exporting.file.notSent': 'aún no enviado',
} satisfies Record<keyof typeof english, string>
