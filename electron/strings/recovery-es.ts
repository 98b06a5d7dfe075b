import type { RECOVERY_EN } from './recovery-en.ts'

export const RECOVERY_ES = {
  'recovery.actions': 'Qué puedes hacer',
  'recovery.cacheNote':
    'Al iniciar sin caché, las conversaciones se descargan de nuevo. Los borradores y los mensajes sin enviar se conservan.',
  'recovery.crashed.text':
    'La bandeja de entrada se cerró de forma inesperada y recargarla no ha servido. No se envían ni se reciben mensajes hasta que Clarion se recargue. Los borradores y los mensajes sin enviar se conservan en este dispositivo.',
  'recovery.crashed.title': 'Clarion ha dejado de funcionar',
  'recovery.hangs.text':
    'Espera o recárgalo. Los borradores y los mensajes sin enviar se conservan en este dispositivo.',
  'recovery.hangs.title': 'Clarion no responde',
  'recovery.noPage.text':
    'Inténtalo de nuevo o reinicia el ordenador. Los borradores y los mensajes sin enviar se conservan en este dispositivo.',
  'recovery.noPage.title': 'Clarion no puede mostrar su ventana',
  'recovery.keepOpen': 'Dejar abierto',
  'recovery.mainBroke.text':
    'Una parte de Clarion ha fallado, así que puede que no se envíen ni se reciban mensajes. Reinicia Clarion para seguir con seguridad. Los borradores y los mensajes no enviados se conservan en este dispositivo.',
  'recovery.mainBroke.title': 'Algo ha fallado en Clarion',
  'recovery.notLoaded.text':
    'Falta un archivo de la aplicación o no se puede leer. Si recargar no sirve, vuelve a instalar Clarion. No se envían ni se reciben mensajes hasta que Clarion se recargue. Los borradores y los mensajes sin enviar se conservan en este dispositivo.',
  'recovery.notLoaded.title': 'Clarion no pudo cargar su ventana',
  'recovery.openLog': 'Abrir registro',
  'recovery.quit': 'Salir',
  'recovery.reload': 'Recargar',
  'recovery.restart': 'Reiniciar Clarion',
  'recovery.startWithoutCache': 'Iniciar sin caché',
  'recovery.tryAgain': 'Reintentar',
  'recovery.wait': 'Esperar',
  'report.close': 'Cerrar',
  'report.content': 'El informe',
  'report.fileType': 'Texto',
  'report.intro':
    'Este es el informe completo. No contiene mensajes, nombres, números de teléfono, claves ni direcciones de servidores. Clarion no lo envía: guárdalo y adjúntalo a tu mensaje al equipo de soporte.',
  'report.notSaved': 'No se pudo guardar el informe. Elige otra carpeta e inténtalo de nuevo.',
  'report.open': 'Informar de un problema…',
  'report.save': 'Guardar informe…',
  'report.saved': 'Guardado como {name}.',
  'report.title': 'Informar de un problema',
} satisfies Record<keyof typeof RECOVERY_EN, string>
