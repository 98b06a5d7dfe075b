import type { settings as english } from '../en/settings.ts'

export const settings = {
  'settings.title': 'Ajustes',
  'settings.search': 'Buscar en los ajustes',
  'settings.searchPlaceholder': 'Buscar',
  'settings.noMatches': 'Ningún ajuste coincide',
  'settings.on': 'Activado',
  'settings.off': 'Desactivado',
  'settings.save': 'Guardar',
  'settings.cancel': 'Cancelar',
  'settings.undo': 'Deshacer',

  'settings.appearance.title': 'Apariencia',
  'settings.appearance.about':
    'aspecto tema contraste colores claro oscuro sistema idioma lengua español english deutsch lista densidad compacta amplia cómoda zoom acercar alejar aumentar reducir ampliar tamaño de letra fuente abrir el panel del cliente en ventanas anchas',

  'settings.reading.title': 'Lectura',
  'settings.reading.about':
    'marcar conversaciones como leídas sin leer vistas momento al abrir segundos responder a mano manualmente atajo tecla para terminar resolver cerrar archivar avanzar automáticamente siguiente anterior primera después de resolver cerrar o posponer modo de concentración responder en menos de tiempo de respuesta objetivo horas plazo límite espera',
  'settings.reading.markAsRead.title': 'Marcar conversaciones como leídas',
  'settings.reading.markAsRead.description':
    '{when} Nunca mientras la ventana está en segundo plano o hay varias seleccionadas. Solo se aplica en este dispositivo.',
  'settings.reading.onOpening': 'Al abrir',
  'settings.reading.afterSeconds': 'Tras {seconds, number}\u00a0s',
  'settings.reading.onReply': 'Al responder',
  'settings.reading.manually': 'Manualmente',
  'settings.reading.whenOpened': 'En cuanto los mensajes aparecen en pantalla.',
  'settings.reading.whenShownHalfSecond':
    'Cuando los mensajes llevan medio segundo en pantalla. Así, al recorrer la lista, las demás siguen sin leer.',
  'settings.reading.whenShownTwoSeconds':
    'Cuando los mensajes llevan dos segundos en pantalla. Así, tras un vistazo, la conversación sigue sin leer.',
  'settings.reading.whenReplied': 'Cuando respondes. Abrir una conversación no cambia nada.',
  'settings.reading.whenMarked': 'Solo cuando las marcas tú. Abrir o responder no cambia nada.',
  'settings.reading.finish.title': 'Atajo para terminar',
  'settings.reading.finish.titleWithKey': 'Atajo {key}',
  'settings.reading.finish.description':
    'La otra acción recibe el otro atajo. Los botones, los menús, la ayuda y «Enviar y resolver» se adaptan.',
  'settings.reading.finish.descriptionWithKeys':
    'Define qué hace {key}. La otra acción recibe {otherKey}. Los botones, los menús, la ayuda y «Enviar y resolver» se adaptan.',
  'settings.reading.resolve': 'Resolver',
  'settings.reading.close': 'Cerrar',
  'settings.reading.advance.title': 'Después de resolver, cerrar o posponer',
  'settings.reading.advance.description':
    'Qué conversación se abre a continuación. El modo de concentración abre siempre la siguiente.',
  'settings.reading.next': 'Siguiente',
  'settings.reading.previous': 'Anterior',
  'settings.reading.firstInList': 'Primera de la lista',
  'settings.reading.none': 'Ninguna',
  'settings.reading.answer.title': 'Responder en menos de',
  'settings.reading.answer.description':
    'Los clientes que llevan más tiempo esperando se marcan en rojo. Solo en este dispositivo.',
  'settings.reading.answer.hours': '{count, plural, one {#\u00a0hora} other {#\u00a0horas}}',
  'settings.reading.answer.days': '{count, plural, one {#\u00a0día} other {#\u00a0días}}',
  'settings.reading.answer.none': 'Sin límite',

  'settings.sending.title': 'Envío',
  'settings.sending.about':
    'deshacer después de enviar tras el envío plazo espera segundos retraso recuperar sms correo email whatsapp instagram facebook cuando si un mensaje no se entrega llegar perdido volver a enviar reenviar preguntarme bandeja de salida',
  'settings.sending.undo.title': 'Deshacer el envío',
  'settings.sending.undo.description':
    'Segundos que espera un mensaje antes de enviarse, de 0 (al instante) a 60. Hasta entonces, Deshacer lo devuelve al campo de respuesta.',
  'settings.sending.undoWindow': 'Plazo para deshacer: {channel}',
  'settings.sending.secondsUnit': 's',
  'settings.sending.enterSeconds': 'Introduce de 0 a {max, number} segundos.',
  'settings.sending.enterWholeSeconds': 'Introduce segundos enteros, de 0 a {max, number}.',
  'settings.sending.enterFewerSeconds': 'Introduce {max, number} segundos como máximo.',
  'settings.sending.stillSet': '{problem} Sigue en {seconds, number}\u00a0s.',
  'settings.sending.notDelivered.title': 'Si un mensaje no se entrega',
  'settings.sending.notDelivered.description':
    'Si se pierde la conexión durante el envío, Clarion comprueba durante dos minutos si el mensaje ha llegado al servidor. Si no, lo vuelve a enviar, dos veces como máximo, o te pregunta.',
  'settings.sending.sendAgain': 'Volver a enviar',
  'settings.sending.askMe': 'Preguntarme',

  'settings.writing.title': 'Escritura',
  'settings.writing.about':
    'revisar la ortografía al escribir tu corrector ortográfico diccionario palabras inglés español precio coste por segmento de sms moneda divisa',
  'settings.writing.spelling.title': 'Revisar la ortografía al escribir',
  'settings.writing.spelling.description':
    'Subraya las palabras que no están en los diccionarios de macOS. Tu texto nunca sale de este ordenador.',
  'settings.writing.spelling.ownDescription':
    'Subraya las palabras mal escritas; haz clic con el botón derecho para ver sugerencias. «Automático» sigue el idioma de tu texto y revisa inglés y español. El alemán no se revisa, porque Clarion no puede incluir un diccionario alemán. Tu texto nunca sale de este ordenador.',
  'settings.writing.spelling.automatic': 'Automático',
  'settings.writing.spelling.american': 'Inglés (EE. UU.)',
  'settings.writing.spelling.british': 'Inglés (R. U.)',
  'settings.writing.spelling.spanish': 'Español',
  'settings.writing.ownWords.title': 'Tu diccionario',
  'settings.writing.ownWords.description':
    'Palabras que nunca se subrayan. Para añadir una, haz clic en ella con el botón derecho. Se guardan solo en este dispositivo.',
  'settings.writing.price.title': 'Precio por segmento de SMS',
  'settings.writing.price.description':
    'Lo que cobra tu operador. Con él, el campo de respuesta calcula el precio aproximado de cada SMS. Si lo dejas vacío, solo cuenta los segmentos.',
  'settings.writing.price.example': '0,0075 EUR',
  'settings.writing.enterPrice': 'Introduce un importe y una moneda, por ejemplo, {example}.',
  'settings.writing.addCurrency': 'Añade una moneda, por ejemplo, {example}.',
  'settings.writing.enterLowerPrice': 'Introduce {max, number} por segmento como máximo.',

  'settings.notifications.title': 'Notificaciones',
  'settings.notifications.about':
    'avisar de mensajes nuevos avisos contenido de las notificaciones sonido silencio ocultar detalles nombre texto privacidad enviar notificación de prueba clarion busca mientras está abierto última comprobación horas de silencio empiezan el desde hasta noche fin de semana tu sistema no molestar responder',
  'settings.notifications.notify.title': 'Avisar de mensajes nuevos',
  'settings.notifications.notify.description':
    'Un aviso por conversación, salvo la que está en pantalla. Estos ajustes se aplican a todos los espacios de trabajo de este dispositivo.',
  'settings.notifications.content.title': 'Contenido de las notificaciones',
  'settings.notifications.content.description': 'Oculta los detalles a quien esté cerca de tu pantalla.',
  'settings.notifications.nameAndText': 'Nombre y texto',
  'settings.notifications.noDetails': 'Sin detalles',
  'settings.notifications.sound.title': 'Sonido',
  'settings.notifications.sound.description': 'Reproduce el sonido del sistema con cada notificación.',
  'settings.notifications.test.title': 'Notificación de prueba',
  'settings.notifications.test.description': 'Muestra una con estos ajustes.',
  'settings.notifications.sendTest': 'Enviar notificación de prueba',
  'settings.notifications.testSent':
    'Enviada. Si no la has visto, revisa los ajustes de notificaciones de tu sistema y el modo No molestar.',
  'settings.notifications.unsupported': 'Este sistema no admite notificaciones.',
  'settings.notifications.check.title': 'Clarion busca mensajes nuevos mientras está abierto',
  'settings.notifications.notChecked': 'Aún no se ha comprobado.',
  'settings.notifications.lastCheck': 'Última comprobación: {ago}.',

  'settings.keys.title': 'Atajos de teclado',
  'settings.keys.about':
    'teclas teclado combinaciones conjunto preajuste clarion gmail superhuman una sola tecla cambiar restablecer accesibilidad sugerencias consejos',
  'settings.keys.preset.title': 'Conjunto de atajos',
  'settings.keys.preset.description': 'Tus cambios se conservan al cambiar de conjunto.',
  'settings.keys.single.title': 'Atajos de una sola tecla',
  'settings.keys.single.description':
    'Una letra o un símbolo ejecuta un comando mientras no escribes. Desactívalo si pulsas teclas sin querer o al dictar. Los atajos con {mod}, las flechas, Intro y Esc siguen funcionando.',
  'settings.keys.hints.title': 'Sugerencias de teclas',
  'settings.keys.hints.description':
    'Cuando has usado un botón varias veces, una sugerencia muestra su tecla. Cada una aparece dos veces como máximo.',
  'settings.keys.resetAll': 'Restablecer todos los atajos',
  'settings.keys.reset': 'Restablecer los atajos de «{command}»',
  'settings.keys.remove': 'Quitar {keys} de «{command}»',
  'settings.keys.noShortcut': 'Sin atajo',
  'settings.keys.add': 'Añadir',
  'settings.keys.addFor': 'Añadir un atajo para «{command}»',
  'settings.keys.pressKey': 'Pulsa una tecla',
  'settings.keys.pressKeys': 'Pulsa una tecla, o dos seguidas. Esc cancela.',
  'settings.keys.refused': 'No se puede usar esta tecla. {reason}',
  'settings.keys.taken': '{key} ya se usa para «{command}».',
  'settings.keys.useHere': 'Usar aquí',

  'settings.security.title': 'Seguridad',
  'settings.security.about':
    'privacidad bloquear bloqueo automáticamente con el ordenador pantalla inactividad minutos huella digital touch id protección de tus datos cifrado cifrados llavero bloquear ahora',
  'settings.security.auto.title': 'Bloquear automáticamente',
  'settings.security.auto.description':
    'Tras este tiempo sin actividad. Mientras Clarion está bloqueado, no envía, sincroniza ni notifica. {unlocking}',
  'settings.security.unlockFingerprint': 'Para desbloquearlo se pide la huella digital.',
  'settings.security.unlockClick': 'Para desbloquearlo basta un clic: bloquea también el ordenador.',
  'settings.security.never': 'Nunca',
  'settings.security.minutes': '{count, number}\u00a0min',
  'settings.security.withComputer.title': 'Bloquear con el ordenador',
  'settings.security.withComputer.description': 'Clarion también se bloquea cuando el ordenador bloquea la pantalla.',
  'settings.security.now.title': 'Bloquear ahora',
  'settings.security.now.description': 'Oculta todo hasta que lo desbloquees. Antes se guarda lo que has escrito.',
  'settings.security.lock': 'Bloquear Clarion',
  'settings.security.failed': 'No se pudo cambiar el ajuste. {cause}',
  'settings.security.protection.title': 'Protección de tus datos',
  'settings.security.keychain':
    'Los datos de los clientes de este espacio de trabajo están cifrados en este dispositivo. La clave está en el llavero del sistema.',
  'settings.security.unprotected':
    'Sin protección: este sistema no tiene llavero. Quien pueda leer tus archivos podrá leer los mensajes de tus clientes y la clave de API.',
  'settings.security.memory':
    'Cifrados con una clave que Clarion olvida al salir, porque este sistema no tiene llavero. Entonces se pierden los mensajes sin enviar, los borradores, las notas y las plantillas.',
} satisfies Record<keyof typeof english, string>
