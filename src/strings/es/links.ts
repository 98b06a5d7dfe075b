import type { links as english } from '../en/links.ts'

export const links = {
  'links.waiting': 'Hay un enlace en espera. Termina o cierra este diálogo para verlo.',
  'links.cancel': 'Cancelar',
  'links.close': 'Cerrar',
  'links.conversation.title': '¿Abrir esta conversación?',
  'links.conversation.text': 'Un enlace lleva a la conversación con {name} ({channel}).',
  'links.conversation.agree': 'Abrir conversación',
  'links.missing.title': 'No se encontró la conversación',
  'links.missing.text':
    'La conversación de este enlace no está en este ordenador. Puede ser de otro espacio de trabajo, o Clarion aún no la ha descargado.',
  'links.workspace.title': '¿Cambiar a {workspace}?',
  'links.workspace.conversation': 'Un enlace lleva a una conversación de este espacio de trabajo.',
  'links.workspace.compose': 'Un enlace inicia una conversación en este espacio de trabajo.',
  'links.workspace.agree': 'Cambiar de espacio',
  'links.unknownWorkspace.title': 'No se encontró el espacio de trabajo',
  'links.unknownWorkspace.text':
    'Este enlace es para el espacio de trabajo «{workspace}», que no está en este ordenador.',
  'links.unusable.title': 'No se puede abrir este enlace',
  'links.unusable.tooLong': 'Es demasiado largo. Vuelve a copiarlo o pide uno más corto.',
  'links.unusable.hiddenCharacters': 'Contiene caracteres ocultos, que podrían disimular lo que hace.',
  'links.unusable.unknown':
    'Clarion no conoce este tipo de enlace. Puede estar incompleto o ser para una versión más nueva.',
} as const satisfies Record<keyof typeof english, string>
