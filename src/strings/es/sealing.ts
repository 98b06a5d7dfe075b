import type { sealing as english } from '../en/sealing.ts'

export const sealing = {
  'sealing.lock.title': 'Clarion está bloqueado',
  'sealing.lock.text': 'El envío y la sincronización continúan cuando lo desbloquees.',
  'sealing.lock.asksFingerprint': 'Para desbloquearlo se te pedirá la huella digital.',
  'sealing.lock.asksNothing': 'Para desbloquearlo basta un clic: bloquea también el ordenador cuando te alejes.',
  'sealing.lock.unlock': 'Desbloquear',
  'sealing.lock.unlocking': 'Desbloqueando…',
  'sealing.lock.cancelled': 'Sigue bloqueado. Inténtalo de nuevo.',

  'sealing.choice.title': '¿Cómo debe guardar Clarion tus datos?',
  'sealing.choice.text':
    'Clarion no ha encontrado ningún llavero en este ordenador, así que no puede proteger lo que guarda. Elige qué pasa con las conversaciones, los borradores y la clave de API.',
  'sealing.choice.memory.title': 'No conservar nada al salir',
  'sealing.choice.memory.text':
    'En cada inicio escribes la clave de API y Clarion vuelve a descargarlo todo. Al salir se pierden los mensajes sin enviar, los borradores, las notas y las plantillas.',
  'sealing.choice.unprotected.title': 'Conservar en este ordenador, sin protección',
  'sealing.choice.unprotected.text':
    'En el próximo inicio estará todo. Quien pueda leer tus archivos podrá leer los mensajes de tus clientes y la clave de API.',
  'sealing.choice.continue': 'Continuar',
  'sealing.choice.keychain.linux':
    'Si prefieres proteger tus datos, instala y desbloquea GNOME Keyring o KWallet y reinicia Clarion. Puede que tengas que volver a escribir la clave de API.',
  'sealing.choice.keychain.other':
    'Si prefieres proteger tus datos, haz que el llavero del sistema esté disponible y reinicia Clarion.',
  'sealing.choice.checkAgain': 'Comprobar de nuevo',
  'sealing.choice.checking': 'Comprobando…',
  'sealing.choice.stillNone': 'Sigue sin haber llavero.',

  'sealing.restart': 'Reiniciar Clarion',

  'sealing.sealed.keychain.restart': 'Desbloquea primero el llavero. Clarion solo lo lee al iniciarse.',
  'sealing.sealed.keychain.title': 'No se pudieron desbloquear tus datos',
  'sealing.sealed.keychain.text':
    'El llavero del sistema no ha dado a Clarion la clave de los datos de {workspace}. Puede que esté bloqueado, que se haya restablecido o que sea de otro ordenador.',
  'sealing.sealed.missing.title': 'Falta la clave de tus datos',
  'sealing.sealed.missing.text':
    'Los datos de {workspace} están en este ordenador, pero el archivo con su clave no. Si tienes una copia de seguridad de la carpeta de Clarion, restáurala y vuelve a iniciar Clarion.',
  'sealing.sealed.damaged.title': 'La clave de tus datos está dañada',
  'sealing.sealed.damaged.text':
    'Clarion no puede leer el archivo con la clave de los datos de {workspace}. Si tienes una copia de seguridad de la carpeta de Clarion, restáurala y vuelve a iniciar Clarion.',
  'sealing.sealed.newer.title': 'Actualiza Clarion',
  'sealing.sealed.newer.text':
    'Una versión más nueva de Clarion guardó la clave de los datos de {workspace}. Actualiza la aplicación para abrirlos.',
  'sealing.sealed.unwritable.title': 'No se pudo guardar una clave para tus datos',
  'sealing.sealed.unwritable.text':
    'Clarion protege los datos de {workspace} con una clave y no ha podido guardarla. Puede que el disco esté lleno o sea de solo lectura. Libera espacio e inténtalo de nuevo.',
  'sealing.sealed.refused.title': 'No se pudieron abrir tus datos',
  'sealing.sealed.refused.text': 'Clarion no ha podido obtener la clave de los datos de {workspace}.',
  'sealing.sealed.tryAgain': 'Reintentar',
  'sealing.sealed.trying': 'Reintentando…',
  'sealing.sealed.noChange': 'Se ha reintentado. No ha cambiado nada.',
  'sealing.sealed.others': 'Otros espacios de trabajo',
  'sealing.sealed.connect': 'Conectar otro espacio de trabajo…',
  'sealing.sealed.delete': 'Eliminar estos datos y volver a descargar…',

  'sealing.kept.some':
    'No se ha eliminado nada. {count, plural, one {Todavía contienen {items}.} other {Todavía contienen {items}.}}',
  'sealing.kept.none': 'No se ha eliminado nada. No contienen mensajes sin enviar, borradores, notas ni plantillas.',
  'sealing.kept.unknown':
    'No se ha eliminado nada. Clarion no puede saber si contienen mensajes sin enviar o borradores.',
  'sealing.kept.unsent': '{count, plural, one {# mensaje o cambio sin enviar} other {# mensajes o cambios sin enviar}}',
  'sealing.kept.drafts': '{count, plural, one {# borrador} other {# borradores}}',
  'sealing.kept.notes': '{count, plural, one {# nota} other {# notas}}',
  'sealing.kept.snippets': '{count, plural, one {# plantilla} other {# plantillas}}',

  'sealing.delete.title': '¿Eliminar los datos de {workspace}?',
  'sealing.delete.text':
    'Clarion elimina lo que ha guardado en este ordenador y vuelve a descargar tus conversaciones del servidor.',
  'sealing.delete.lost':
    '{count, plural, one {Perderás {items}, que no se puede volver a descargar.} other {Perderás {items}, que no se pueden volver a descargar.}}',
  'sealing.delete.lostUnknown':
    'Perderás los mensajes sin enviar, los borradores, las notas y las plantillas que contengan. No se pueden volver a descargar.',
  'sealing.delete.cancel': 'Cancelar',
  'sealing.delete.confirm': 'Eliminar y volver a descargar',
  'sealing.delete.deleting': 'Eliminando…',
  'sealing.delete.failed': 'No se pudieron eliminar los datos. Reinicia Clarion e inténtalo de nuevo.',
} as const satisfies Record<keyof typeof english, string>
