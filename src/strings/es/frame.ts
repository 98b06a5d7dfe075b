import type { frame as english } from '../en/frame.ts'

export const frame = {
  'frame.keyboard': 'Teclado',
  'frame.field.missing': '{text} Pulsa Esc o haz clic para continuar.',
  'frame.field.waiting': 'Esperando el campo de texto… Pulsa Esc o haz clic para dejar de esperar.',
  'frame.field.waitingWithText':
    '«{text}» se escribirá cuando el campo de texto esté listo. Pulsa Esc o haz clic para dejar de esperar.',
  'frame.bug.title': 'Algo ha fallado',
  'frame.bug.text':
    'No se ha perdido nada: tus borradores y mensajes sin enviar están guardados en este dispositivo. Recarga para continuar.',
  'frame.reload': 'Recargar',
  'frame.halted.newer.title': 'Actualiza Clarion',
  'frame.halted.newer.text':
    'Una versión más reciente de Clarion ha abierto esta bandeja de entrada. Actualiza la aplicación para abrirla. No se ha cambiado nada.',
  'frame.halted.superseded.title': 'Abierta en una versión más reciente',
  'frame.halted.superseded.text':
    'Se está ejecutando una versión más reciente de Clarion, por lo que esta ventana se ha detenido. No se ha perdido nada. Recarga para continuar en la nueva versión.',
  'frame.halted.blocked.title': 'Esta bandeja de entrada está en uso',
  'frame.halted.blocked.text':
    'Otra ventana de Clarion la está usando o este ordenador no responde. Cierra la otra ventana y recarga. No se ha cambiado nada.',
  'frame.halted.closed.title': 'Tu bandeja de entrada se ha cerrado',
  'frame.halted.closed.text':
    'El sistema ha cerrado la base de datos de Clarion. Puede deberse a un disco lleno. No se envía ni se descarga nada hasta que recargues. Los mensajes y borradores guardados siguen ahí.',
  'frame.halted.wrongKey.title': 'Estos datos no se pueden abrir',
  'frame.halted.wrongKey.text':
    'La clave de este dispositivo no corresponde a estos datos, por ejemplo porque solo se restauró una parte del perfil. No se ha cambiado nada. Restaura la carpeta «keys» junto con la base de datos y vuelve a cargar.',
  'frame.halted.unopenable.title': 'No se pudo abrir tu bandeja de entrada',
  'frame.halted.unopenable.text': 'Puede que el disco esté lleno. Libera espacio y recarga. No se ha cambiado nada.',
  'frame.unsaved': 'Sin guardar',
  'frame.unsavedText': 'Texto sin guardar',
  'frame.copyUnsaved': 'Este texto no se pudo guardar. Cópialo antes de recargar:',
  'frame.nothingSelected': 'Ninguna conversación seleccionada',
  'frame.hint.move': 'siguiente, anterior',
  'frame.hint.open': 'abrir',
  'frame.hint.reply': 'responder',
  'frame.hint.resolve': 'resolver',
  'frame.hint.close': 'cerrar',
  'frame.hint.commands': 'todos los comandos',
  'frame.hint.shortcuts': 'todos los atajos',
  'frame.notices': 'Avisos',
  'frame.notice': 'Aviso',
  'frame.enterNewKey': 'Introducir nueva clave',
  'frame.keyUnreadable':
    'No se pudo leer la clave de API de {workspace}. El llavero del sistema está bloqueado o ha cambiado, o la clave está dañada. Puedes leer lo que está guardado aquí. Para enviar y recibir, introduce la clave.',
  'frame.keyMissing':
    'La clave de API de {workspace} no está en este dispositivo. Puedes leer lo que está guardado aquí. Para enviar y recibir, introduce la clave.',
  'frame.demo': 'Cuenta de demostración: se restablece al salir. No se envía nada de verdad.',
  'frame.keyForgotten': 'Este ordenador no tiene llavero del sistema, así que la clave de API se olvida al salir.',
  'frame.opening.title': 'Abriendo tu bandeja de entrada',
  'frame.opening.text':
    'Clarion se ha actualizado y está convirtiendo los datos de este dispositivo. Esto ocurre una sola vez y puede tardar un poco si hay muchas conversaciones.',
  'frame.dataLeft':
    'No se pudieron recuperar todos los datos de la versión anterior. El resto sigue en este dispositivo, sin cifrar. Clarion lo intentará de nuevo al iniciarse.',
  'frame.waitingForKeychain.title': 'Esperando al llavero…',
  'frame.waitingForKeychain.text': 'Puede que el sistema te pida que lo desbloquees.',
  'frame.bulkChange': 'Cambio múltiple',
  'frame.bulkProgress': '{done, number} de {total, number} completadas',
  'frame.gotIt': 'Entendido',
  'frame.review.held': 'Retenidos',
  'frame.review.new': 'Mensajes nuevos',
  'frame.review.sent': 'Enviados',
  'frame.review.conversation': '{name}, {channel}',
  'frame.review.moreHeld': 'y {count, number} más en la bandeja de salida',
  'frame.review.moreNew': 'y {count, number} más',
  'frame.run.title': 'Todo listo',
  'frame.run.text': 'Ya las has atendido todas. Las conversaciones nuevas están en la lista.',
  'frame.run.back': 'Volver a la lista',
  'frame.notSaving':
    'Los cambios no se están guardando. Puede que el disco esté lleno. Si cierras la ventana ahora, se perderá el texto sin guardar. Todo lo guardado antes sigue ahí.',
  'frame.diskFull':
    'El disco está casi lleno. Tus mensajes se siguen guardando y enviando, pero las conversaciones anteriores no se descargan hasta que liberes espacio.',
  'frame.diskLow': 'Queda poco espacio en el disco. Libera espacio para que Clarion pueda seguir guardando tu trabajo.',
  'frame.undo': 'Deshacer',
  'frame.dismiss': 'Ocultar',
  'frame.updated.title': 'Clarion se ha actualizado',
  'frame.updated.text':
    'Reinicia para continuar. No se ha perdido nada: tus borradores y mensajes sin enviar están guardados en este dispositivo.',
  'frame.updated.later': 'Más tarde',
  'frame.updated.restart': 'Reiniciar',
  'frame.listWidth': 'Ancho de la lista',
  'frame.customerWidth': 'Ancho del panel del cliente',
} satisfies Record<keyof typeof english, string>
