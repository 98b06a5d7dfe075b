import type { drill as english } from '../../en/commands/drill.ts'

export const drill = {
  'drill.title': 'Práctica de teclas',
  'drill.progress': '{step, number} de {count, number}',
  'drill.skip': 'Omitir práctica',
  'drill.close': 'Cerrar',
  'drill.undo': 'Deshacer',
  'drill.openPalette': 'Abrir la paleta de comandos',
  'drill.done': 'Hecho.',
  'drill.doneByMouse': 'Hecho. La tecla es {key}.',
  'drill.leaveField': 'Estás en un campo de texto: pulsa antes {key}.',
  'drill.announced': 'Práctica de teclas, {step, number} de {count, number}: {text}',
  'drill.hintFor': '{name}: la próxima vez, pulsa {key}',
  'drill.summary.title': 'Práctica terminada',
  'drill.summary.text':
    '{hasKey, select, true {{key} muestra todas las teclas.} other {La paleta de comandos muestra todas las teclas.}} Para repetirla, usa «Iniciar la práctica de teclas».',
  'drill.step.next':
    '{hasKey, select, true {Pulsa {key} para seleccionar la conversación siguiente.} other {Selecciona una conversación de la lista.}}',
  'drill.step.send':
    '{hasKey, select, true {Pulsa {key} para responder.} other {Haz clic en el campo de respuesta.}} Escribe unas palabras y envíalas{hasSend, select, true { con {send}} other {}}. Nadie recibe los mensajes de la demostración.',
  'drill.step.reply':
    '{hasKey, select, true {Pulsa {key} para responder.} other {Haz clic en el campo de respuesta.}} No se envía nada.',
  'drill.step.resolve':
    '{hasKey, select, true {Pulsa {key} para resolver la conversación.} other {Resuelve la conversación con el botón que está encima.}} Sale de la bandeja de entrada.',
  'drill.step.close':
    '{hasKey, select, true {Pulsa {key} para cerrar la conversación.} other {Cierra la conversación con el botón que está encima.}} Sale de la bandeja de entrada.',
  'drill.step.star':
    '{hasKey, select, true {Pulsa {key} para destacar la conversación.} other {Destaca la conversación con la estrella que está encima.}} La estrella solo se ve en este dispositivo.',
  'drill.step.undo':
    '{hasKey, select, true {Pulsa {key} para deshacerlo.} other {Deshazlo con el botón de abajo.}} Todos los cambios se pueden deshacer.',
  'drill.step.palette':
    '{hasKey, select, true {Pulsa {key} para abrir la paleta de comandos.} other {Abre la paleta de comandos con el botón de abajo.}} Encuentra todos los comandos.',
  'drill.learned.next': 'siguiente',
  'drill.learned.reply': 'responder',
  'drill.learned.send': 'enviar',
  'drill.learned.resolve': 'resolver',
  'drill.learned.close': 'cerrar',
  'drill.learned.star': 'destacar',
  'drill.learned.undo': 'deshacer',
  'drill.learned.palette': 'todos los comandos',
} satisfies Record<keyof typeof english, string>
