import type { newConversation as english } from '../en/new-conversation.ts'

export const newConversation = {
  'newConversation.workspace': 'Espacio de trabajo',
  'newConversation.title': 'Nueva conversación',
  'newConversation.fromLink': 'Rellenado por un enlace que abriste. Revisa el destinatario y el texto antes de enviar.',
  'newConversation.channel': 'Canal',
  'newConversation.disabledChannels': 'En Instagram y Facebook, el cliente debe escribir primero.',
  'newConversation.to': 'Para',
  'newConversation.toPlaceholder': 'Nombre, número o dirección de correo',
  'newConversation.enterTo': 'Introduce un nombre, un número o una dirección de correo',
  'newConversation.unknownName':
    'Ningún cliente de este dispositivo se llama así. Introduce un número completo con el prefijo del país o una dirección de correo',
  'newConversation.chooseKnown':
    'Pulsa ↓ para elegir un cliente con este nombre, o introduce un número o una dirección de correo',
  'newConversation.oneRecipient': 'Introduce un solo destinatario',
  'newConversation.goesTo': 'Se envía a {address}',
  'newConversation.includeCountry': 'Incluye el prefijo del país, como en +44 20 7946 0018',
  'newConversation.phoneForms': 'Internacional con + o nacional ({country})',
  'newConversation.people': 'Personas conocidas',
  'newConversation.name': 'Nombre (opcional)',
  'newConversation.firstMessage': 'Primer mensaje (opcional)',
  'newConversation.noTextInCall': 'No se puede escribir en una llamada. Su transcripción aparecerá aquí más tarde.',
  'newConversation.existing': 'Ya tienes una conversación abierta con {name} ({channel}).',
  'newConversation.openExisting': 'Abrir conversación',
  'newConversation.start': 'Iniciar conversación',
  'newConversation.startAndSend': 'Iniciar y enviar',
  'newConversation.cancel': 'Cancelar',
  'newConversation.hasPlaceholder': 'No enviado: rellena primero los marcadores.',
  'newConversation.failed':
    'No se pudo guardar la conversación. Tu texto sigue aquí. Libera espacio en el disco e inténtalo de nuevo.',
  'newConversation.offline': 'Sin conexión. Se enviará cuando vuelvas a tener conexión.',
  'newConversation.enterPhone': 'Introduce un número de teléfono',
  'newConversation.invalidPhone': 'Introduce un número completo con el prefijo del país, como +49 30 123456',
  'newConversation.hasExtension': 'Quita la extensión: los mensajes no llegan a ella',
  'newConversation.startWithPlus': 'Empieza con + y el prefijo del país, como en +44 20 7946 0018',
  'newConversation.tooShort':
    'Este número es demasiado corto. Introduce un número completo con el prefijo del país, como +49 30 123456',
  'newConversation.tooLong': 'Este número es demasiado largo',
  'newConversation.incomplete':
    'Este número está incompleto. Introduce un número completo con el prefijo del país, como +49 30 123456',
  'newConversation.invalidInCountry':
    'No es un número válido ({country}). Para otro país, empieza con + y el prefijo del país',
  'newConversation.enterEmail': 'Introduce una dirección de correo',
  'newConversation.needsAt': 'Incluye una @ en la dirección de correo',
  'newConversation.invalidEmail': 'Introduce una dirección de correo completa, como ana@example.com',
} satisfies Record<keyof typeof english, string>
