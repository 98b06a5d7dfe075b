import type { welcome as english } from '../en/welcome.ts'

export const welcome = {
  'welcome.slogan': 'Una bandeja de entrada para todos los canales. Funciona sin conexión.',
  'welcome.back': 'Volver a la bandeja de entrada',
  'welcome.or': 'o',
  'welcome.address': 'Dirección del servidor',
  'welcome.connect': 'Conectar',
  'welcome.connecting': 'Conectando…',
  'welcome.enterKey': 'Introduce tu clave de API.',
  'welcome.keyHasSpaces':
    'Una clave de API no tiene espacios, saltos de línea ni acentos. Copia de nuevo la clave completa.',
  'welcome.enterAddress': 'Introduce la dirección del servidor.',
  'welcome.openDemo': 'Abrir el espacio de demostración',
  'welcome.openingDemo': 'Abriendo el espacio de demostración…',
  'welcome.demo': 'Una cuenta de ejemplo con clientes que responden. No hace falta red ni clave.',
  'welcome.key': 'Clave de API',
  'welcome.hideKey': 'Ocultar clave',
  'welcome.showKey': 'Mostrar clave',
  'welcome.keyPlace.mac': 'Se guarda en el llavero de tu Mac y no se vuelve a mostrar.',
  'welcome.keyPlace.windows': 'Se cifra para tu cuenta de Windows y no se vuelve a mostrar.',
  'welcome.keyPlace.other':
    'Se guarda en el llavero del sistema y no se vuelve a mostrar. Sin llavero, tú eliges si se conserva después de salir.',
  'welcome.found': 'Encontrados en este dispositivo',
  'welcome.continue': 'Continuar con',
  'welcome.keyBelow':
    'Introduce abajo la clave de API para enviar los mensajes pendientes. Tus borradores se conservan.',
  'welcome.addressUnknown': 'dirección desconocida',
  'welcome.newKey.title': 'Nueva clave para {workspace}',
  'welcome.newKey.text': 'Usa una clave de la misma cuenta. Los mensajes pendientes se envían en cuanto se acepta.',
  'welcome.newKey.checkedWith': 'Se comprueba con {address} antes de guardarla.',
  'welcome.newKey.checking': 'Comprobando…',
  'welcome.newKey.use': 'Usar esta clave',
  'welcome.cancel': 'Cancelar',
  'welcome.dataUnreadable': 'No se pudieron leer los datos de este dispositivo',
  'welcome.toSend': 'Por enviar: {items}',
  'welcome.attention': '{count, plural, one {{items} requiere tu atención} other {{items} requieren tu atención}}',
  'welcome.drafts': '{count, plural, one {# borrador} other {# borradores}}',
} satisfies Record<keyof typeof english, string>
