import type { settingsUpdates as english } from '../en/settings-updates.ts'

export const settingsUpdates = {
  'settings.updates.title': 'Actualizaciones',
  'settings.updates.about':
    'nueva versión actualizar instalar buscar actualizaciones canal beta estable novedades reiniciar automático qué versiones',
  'settings.updates.version': 'Clarion {version}',
  'settings.updates.check': 'Buscar actualizaciones',
  'settings.updates.restart': 'Reiniciar ahora',
  'settings.updates.idle': 'Clarion busca actualizaciones cada día.',
  'settings.updates.checking': 'Buscando actualizaciones…',
  'settings.updates.current': 'Clarion está al día. Comprobado: {time}.',
  'settings.updates.downloading': 'Descargando la versión {version}: {percent, number}\u00a0%',
  'settings.updates.ready': 'La versión {version} está lista. Se instalará cuando salgas de Clarion.',
  'settings.updates.notes': 'Novedades de la versión {version}',
  'settings.updates.channel.title': 'Qué versiones instalar',
  'settings.updates.channel.description': 'Las versiones beta tienen antes las novedades, y más errores.',
  'settings.updates.channel.stable': 'Estable',
  'settings.updates.channel.beta': 'Beta',
  'settings.updates.off.policy': 'Las actualizaciones en la aplicación están desactivadas.',
  'settings.updates.off.packageManager': 'Tu gestor de paquetes actualiza Clarion.',
  'settings.updates.off.archive':
    'Clarion no puede actualizarse solo aquí, porque se extrajo de un archivo comprimido. Descarga tú las versiones nuevas.',
  'settings.updates.off.portable':
    'La versión portátil de Clarion no puede actualizarse sola. Descarga tú las versiones nuevas.',
  'settings.updates.off.development': 'Esta es una versión de desarrollo. No se actualiza sola.',
  'settings.updates.off.noFeed':
    'Esta versión de Clarion no tiene servidor de actualizaciones. Descarga tú las versiones nuevas.',
  'settings.updates.problem.offline':
    'No se pudo conectar con el servidor de actualizaciones. Comprueba tu conexión e inténtalo de nuevo.',
  'settings.updates.problem.proxy': 'No se pudo conectar con el servidor de actualizaciones: {cause}.',
  'settings.updates.problem.namedProxy': 'No se pudo conectar con el servidor de actualizaciones: {cause} ({proxy}).',
  'settings.updates.problem.timeout': 'El servidor de actualizaciones no respondió a tiempo. Inténtalo más tarde.',
  'settings.updates.problem.notFound':
    'El servidor de actualizaciones no tiene ninguna versión para este ordenador. Inténtalo más tarde.',
  'settings.updates.problem.server': 'El servidor de actualizaciones indicó un error. Inténtalo más tarde.',
  'settings.updates.problem.certificate':
    'La conexión con el servidor de actualizaciones no es segura, así que no se descargó nada. Consulta a tu administrador.',
  'settings.updates.problem.noDescription':
    'El servidor de actualizaciones respondió algo inesperado. Quizá la respuesta viene de una red que pide iniciar sesión.',
  'settings.updates.problem.damaged': 'La descarga está dañada, así que no se instaló. Inténtalo de nuevo.',
  'settings.updates.problem.signature':
    'La descarga no está firmada por Clarion, así que no se instaló. Consulta a tu administrador.',
  'settings.updates.problem.tooLarge': 'La descarga es demasiado grande para una actualización, así que se detuvo.',
  'settings.updates.problem.otherServer':
    'El servidor de actualizaciones llevaba a otro servidor, así que no se descargó nada. Consulta a tu administrador.',
  'settings.updates.problem.notEncrypted':
    'La conexión con el servidor de actualizaciones no está cifrada, así que no se descargó nada.',
  'settings.updates.problem.diskFull': 'El disco está lleno. Libera espacio e inténtalo de nuevo.',
  'settings.updates.problem.noPermission':
    'Clarion no tiene permiso para reemplazar su archivo. Muévelo a una carpeta tuya e inténtalo de nuevo.',
  'settings.updates.problem.other': 'No se pudo actualizar Clarion. El registro dice más. Inténtalo más tarde.',
} satisfies Record<keyof typeof english, string>
