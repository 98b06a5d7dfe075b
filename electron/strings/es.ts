import type { EN } from './en.ts'
import { BACKGROUND_ES } from './background-es.ts'
import { BACKUP_ES } from './backup-es.ts'
import { POLICY_ES } from './policy-es.ts'
import { RECOVERY_ES } from './recovery-es.ts'

export const ES = {
  ...BACKGROUND_ES,
  ...BACKUP_ES,
  ...POLICY_ES,
  ...RECOVERY_ES,

  'account.anotherHasKey': 'Esta clave es del espacio de trabajo «{name}», que ya está en este dispositivo.',
  'account.cannotCheckKey':
    'Este espacio de trabajo no tiene conversaciones en este dispositivo, así que Clarion no puede comprobar que la clave sea suya. Añade un espacio de trabajo nuevo.',
  'account.demo': 'Demostración',
  'account.enterKey': 'Introduce la clave de API.',
  'account.enterName': 'Introduce un nombre para el espacio de trabajo.',
  'account.inbox': 'Bandeja de entrada',
  'account.invalidKey':
    'Una clave de API no tiene espacios, saltos de línea ni acentos. Copia de nuevo la clave completa.',
  'account.keyMissing':
    'La clave de API de este espacio de trabajo no está en este dispositivo. Vuelve a introducirla.',
  'account.nameTaken': 'Otro espacio de trabajo tiene este nombre. Introduce otro nombre.',
  'account.noConversationFound':
    '{count, plural, one {Con esta clave no se encuentra la conversación comprobada. Puede que la clave sea de otra cuenta o que la conversación se haya eliminado.} other {Con esta clave no se encuentra ninguna de las # conversaciones comprobadas. Puede que la clave sea de otra cuenta o que las conversaciones se hayan eliminado.}} Añade la clave como espacio de trabajo nuevo en Ajustes, en Espacios de trabajo. Los mensajes sin enviar se quedan en este espacio de trabajo.',
  'account.otherServer':
    'Este espacio de trabajo usa {address}. Para usar otro servidor, añade un espacio de trabajo nuevo.',
  'account.workspaceGone': 'Este espacio de trabajo ya no está en este dispositivo.',

  'address.empty': 'Introduce la dirección del servidor, por ejemplo, https://api.example.com.',
  'address.hasQuery': 'Quita todo lo que hay a partir de ? o #.',
  'address.hasUser': 'Quita el nombre de usuario y la contraseña de la dirección.',
  'address.invalid': 'La dirección no es válida. Introduce una como https://api.example.com.',
  'address.notEncrypted': 'Usa https. Con http, otros en la red podrían leer la clave de API.',
  'address.otherScheme': 'Introduce una dirección que empiece por https://.',

  'api.idNotInAddress':
    'No se puede abrir esta conversación: su identificador no puede formar parte de una dirección web.',
  'api.keyRejected': 'El servidor rechazó la clave de API.',
  'api.noReason': 'El servidor no indicó el motivo.',

  'badge.waiting': '{count, plural, one {# conversación en espera} other {# conversaciones en espera}}',

  'bug.invalidCall': 'Esta llamada no es válida.',
  'bug.notOurWindow': 'Solo la ventana de la aplicación puede hacer esta llamada.',
  'bug.unexpected': 'Algo ha fallado en Clarion. Inténtalo de nuevo.',
  'bug.unknownCall': 'Esta llamada no existe.',

  'connect.busy': 'Clarion ya está haciendo una pregunta. Respóndela primero y vuelve a intentarlo.',
  'connect.cancel': 'Cancelar',
  'connect.connect': 'Conectar',
  'connect.declined': 'Sin conectar.',
  'connect.notAllowed': 'Tu organización no permite este servidor. Consulta a tu administrador.',
  'connect.policyBroken':
    'No se puede añadir ningún servidor porque el archivo de directivas de tu organización no se puede usar. Consulta a tu administrador.',
  'connect.notEncrypted': 'La conexión no está cifrada.',
  'connect.paused': 'Sin conectar. Inténtalo de nuevo en un minuto.',
  'connect.question': '¿Conectar con {host}?',
  'connect.sendsThere': 'Clarion enviará allí la clave de API y tus mensajes.',
  'connect.thisComputer': 'Este servidor está en este ordenador.',
  'connect.tooOften': 'Demasiados intentos de conexión. Inténtalo de nuevo en un minuto.',

  'export.ended': 'Esta exportación ya ha terminado. Iníciala de nuevo.',
  'export.error.busy': 'Otro programa tiene el archivo abierto. Ciérralo allí e inténtalo de nuevo.',
  'export.error.diskFull': 'El disco está lleno. Libera espacio e inténtalo de nuevo.',
  'export.error.fileTooLarge': 'El disco no admite un archivo de este tamaño. Elige otro disco.',
  'export.error.folderGone': 'La carpeta ya no existe. Elige otra carpeta.',
  'export.error.folderHasName': 'Una carpeta tiene este nombre. Elige otro nombre.',
  'export.error.noPermission': 'No tienes permiso para guardar aquí. Elige otra carpeta.',
  'export.error.other': 'No se pudo escribir el archivo. Inténtalo de nuevo o elige otra carpeta.',
  'export.error.quota': 'Tu cuota de disco está agotada. Libera espacio e inténtalo de nuevo.',
  'export.error.readOnly': 'El disco es de solo lectura. Elige otra carpeta.',
  'export.fileName': 'Exportación de Clarion',

  'link.cancel': 'Cancelar',
  'link.notEncrypted': 'La conexión con este sitio no está cifrada.',
  'link.open': 'Abrir',
  'link.question': '¿Abrir {name}?',
  'link.refused.hiddenCharacters': 'El enlace contiene caracteres ocultos o no válidos.',
  'link.refused.invalidMail': 'El enlace no es una dirección de correo válida.',
  'link.refused.invalidPhone': 'El enlace no es un número de teléfono válido.',
  'link.refused.mailFields': 'El enlace pide más que un correo a una sola dirección.',
  'link.refused.noAddress': 'El enlace no es una dirección válida.',
  'link.refused.scheme': 'Solo se pueden abrir enlaces web, de correo y de teléfono.',
  'link.refused.tooLong': 'El enlace es demasiado largo.',
  'link.refused.userName': 'El enlace contiene un nombre de usuario, que puede ocultar adónde lleva.',

  'lock.locked': 'Clarion está bloqueado. Desbloquéalo primero.',
  'lock.open': 'Clarion no está bloqueado.',
  'lock.reason': 'desbloquear Clarion',

  'menu.addToDictionary': 'Añadir al diccionario',
  'menu.conversation': '&Conversación',
  'menu.edit': '&Editar',
  'menu.file': '&Archivo',
  'menu.go': '&Ir',
  'menu.help': 'Ay&uda',
  'menu.noSuggestions': 'No hay sugerencias',
  'menu.quit.linux': '&Salir',
  'menu.quit.macos': 'Salir de Clarion',
  'menu.quit.windows': '&Salir',
  'menu.role.about': 'Acerca de Clarion',
  'menu.role.bringToFront': 'Traer todo al frente',
  'menu.role.close': 'Cerrar',
  'menu.role.closeWindow': 'Cerrar ventana',
  'menu.role.copy': 'Copiar',
  'menu.role.cut': 'Cortar',
  'menu.role.delete': 'Eliminar',
  'menu.role.developerTools': 'Herramientas de desarrollo',
  'menu.role.fullScreen': 'Pantalla completa',
  'menu.role.hide': 'Ocultar Clarion',
  'menu.role.hideOthers': 'Ocultar otros',
  'menu.role.minimize': 'Minimizar',
  'menu.role.paste': 'Pegar',
  'menu.role.pasteWithoutStyle': 'Pegar con el mismo estilo',
  'menu.role.redo': 'Rehacer',
  'menu.role.selectAll': 'Seleccionar todo',
  'menu.role.services': 'Servicios',
  'menu.role.showAll': 'Mostrar todo',
  'menu.role.showSubstitutions': 'Mostrar sustituciones',
  'menu.role.smartDashes': 'Guiones inteligentes',
  'menu.role.smartQuotes': 'Comillas inteligentes',
  'menu.role.startSpeaking': 'Iniciar locución',
  'menu.role.stopSpeaking': 'Detener locución',
  'menu.role.textReplacement': 'Sustitución de texto',
  'menu.role.undo': 'Deshacer',
  'menu.role.zoomWindow': 'Ampliar ventana',
  'menu.speech': 'Locución',
  'menu.substitutions': 'Sustituciones',
  'menu.thirdPartyLicenses': 'Licencias de terceros',
  'menu.view': '&Ver',
  'menu.window': 'Ve&ntana',
  'menu.zoom.in': 'Acercar',
  'menu.zoom.out': 'Alejar',
  'menu.zoom.reset': 'Restablecer zoom',

  'notification.reply': 'Responder',
  'notification.replyLockedHint': 'Clarion está bloqueado. Desbloquéalo para encontrar tu respuesta como borrador.',
  'notification.replyLost':
    'La notificación es de antes de que Clarion se reiniciara. Abre la conversación para responder. Tu texto:',
  'notification.replyNotSent': 'Respuesta no enviada',
  'notification.resolve': 'Resolver',
  'notification.resolveLocked': 'No resuelta',
  'notification.resolveLockedHint': 'Clarion está bloqueado. Desbloquéalo primero.',

  'proxy.noQuestion': 'Este proxy no pide nombre ni contraseña.',

  'quit.changes': '{count, plural, one {# cambio} other {# cambios}}',
  'quit.conversations': '{count, plural, one {# conversación nueva} other {# conversaciones nuevas}}',
  'quit.keepOpen': 'Dejar Clarion abierto',
  'quit.lost': 'Al salir no queda nada en este ordenador. {count, plural, one {Se perderá.} other {Se perderán.}}',
  'quit.messages': '{count, plural, one {# mensaje} other {# mensajes}}',
  'quit.quit': 'Salir',
  'quit.sentAtStart':
    '{count, plural, one {Se queda en este dispositivo y se enviará la próxima vez que inicies Clarion.} other {Se quedan en este dispositivo y se enviarán la próxima vez que inicies Clarion.}}',
  'quit.sentAtStartExcept':
    'Se quedan en este dispositivo. {waitingCount, plural, one {La próxima vez que inicies Clarion se enviará {waiting}.} other {La próxima vez que inicies Clarion se enviarán {waiting}.}} {askingCount, plural, one {{asking} requiere tu atención.} other {{asking} requieren tu atención.}}',
  'quit.sentWithKey':
    '{count, plural, one {Se queda en este dispositivo y se enviará cuando vuelvas a introducir la clave de API.} other {Se quedan en este dispositivo y se enviarán cuando vuelvas a introducir la clave de API.}}',
  'quit.sentWithKeyExcept':
    'Se quedan en este dispositivo. {waitingCount, plural, one {Cuando vuelvas a introducir la clave de API se enviará {waiting}.} other {Cuando vuelvas a introducir la clave de API se enviarán {waiting}.}} {askingCount, plural, one {{asking} requiere tu atención.} other {{asking} requieren tu atención.}}',
  'quit.unsent': 'Sin enviar: {count, plural, one {{items}} other {{items}}}.',
  'quit.untilDecided':
    '{count, plural, one {Se queda en este dispositivo hasta que decidas qué hacer.} other {Se quedan en este dispositivo hasta que decidas qué hacer.}}',

  'sealing.choiceNotStored':
    'No se ha podido guardar tu elección. Libera espacio en disco o revisa los permisos de la carpeta de datos de Clarion e inténtalo de nuevo.',
  'sealing.keyNotRemoved': 'No se ha podido eliminar la clave de los datos. Inténtalo de nuevo.',

  'start.argumentsTooLong': 'El enlace es demasiado largo. Vuelve a copiarlo o pide uno más corto.',
  'start.broke': 'Algo ha fallado al iniciar. Hay más detalles en el registro:',
  'start.keyFile.empty': 'nombra un archivo vacío.',
  'start.keyFile.notDeleted': 'nombra un archivo que no se pudo leer y eliminar.',
  'start.keyFile.notPlain': 'debe nombrar un archivo normal con un solo nombre.',
  'start.keyFile.notPrivate': 'debe nombrar un archivo que solo tú poseas y puedas leer (modo 0600).',
  'start.keyFile.tooLarge': 'nombra un archivo demasiado grande para una clave.',
  'start.keyFile.unreadable': 'nombra un archivo que falta, es un enlace o no se puede leer.',
  'start.newerProfile':
    'Una versión más reciente de Clarion escribió esta lista de espacios de trabajo. Actualiza Clarion y vuelve a iniciarlo. No se ha cambiado nada.',
  'start.profile.damagedLock': 'No se pudo mover un archivo de bloqueo dañado de esta carpeta ({code}).',
  'start.profile.diskFull': 'El disco está lleno. Libera espacio y vuelve a iniciar Clarion.',
  'start.profile.elsewhere':
    'Clarion está usando este perfil en otro ordenador ({computer}). Ciérralo allí primero. Si allí no está abierto, elimina este archivo.',
  'start.profile.isFile':
    'Clarion guarda sus datos en una carpeta con este nombre, pero hay un archivo que se llama así. Cambia el nombre del archivo y vuelve a iniciar Clarion.',
  'start.profile.noPermission':
    'Clarion guarda sus datos en esta carpeta, pero tu cuenta no puede escribir en ella. Cambia sus permisos e inténtalo de nuevo.',
  'start.profile.other': 'Clarion guarda sus datos en esta carpeta, pero no pudo abrirla ({code}).',
  'start.profile.quota': 'La cuota de disco de tu cuenta está agotada. Libera espacio y vuelve a iniciar Clarion.',
  'start.profile.readOnly': 'Clarion guarda sus datos en esta carpeta, pero el disco es de solo lectura.',
  'start.provision.both': 'Define CLARION_API_KEY_FILE o CLARION_API_KEY, no ambas.',
  'start.provision.incomplete':
    'Define CLARION_API_URL y CLARION_API_KEY_FILE (o CLARION_API_KEY): falta una de las dos.',
  'start.provision.invalidKey': 'CLARION_API_KEY no es una clave de API válida: está vacía o tiene espacios o acentos.',
  'start.refused': 'Clarion no pudo iniciarse',
  'start.switchRefused.text':
    'Clarion se inició con {name}, una opción que no acepta. Solo se permiten opciones conocidas, porque otras pueden abrir la aplicación y su clave de API a otros programas.',
  'start.switchRefused.title': 'Clarion no se ha iniciado',
  'tray.lock': 'Bloquear ahora',
  'tray.newConversation': 'Nueva conversación…',
  'tray.open': 'Abrir Clarion',
  'tray.quit': 'Salir de Clarion',
  'tray.waiting':
    '{count, plural, =0 {No hay conversaciones en espera} one {# conversación en espera} other {# conversaciones en espera}}',
} satisfies Record<keyof typeof EN, string>
