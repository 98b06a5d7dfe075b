import type { help as english } from '../en/help.ts'

export const help = {
  'help.title': 'Atajos de teclado',
  'help.search': 'Buscar atajos',
  'help.searchPlaceholder': 'Busca por nombre o tecla',
  'help.changeKeys': 'Cambiar atajos',
  'help.singleKeysOff':
    'Las teclas sueltas están desactivadas. Usa la paleta de comandos para los comandos que no tengan otro atajo.',
  'help.shortcuts': 'Atajos',
  'help.noMatches': 'Ningún atajo coincide',
  'help.inPalette': 'En la paleta de comandos',
  'help.or': 'o',
} satisfies Record<keyof typeof english, string>
