import type { help as english } from '../en/help.ts'

export const help = {
  'help.title': 'Atajos de teclado',
  'help.search': 'Buscar atajos',
  'help.searchPlaceholder': 'Buscar por nombre o tecla',
  'help.changeKeys': 'Cambiar atajos',
  'help.singleKeysOff':
    'Los atajos de una sola tecla están desactivados. Los comandos sin otro atajo están en la paleta de comandos.',
  'help.shortcuts': 'Atajos',
  'help.noMatches': 'Ningún atajo coincide',
  'help.inPalette': 'En la paleta de comandos',
  'help.or': 'o',
} satisfies Record<keyof typeof english, string>
