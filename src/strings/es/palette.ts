import type { palette as english } from '../en/palette.ts'

export const palette = {
  'palette.title': 'Paleta de comandos',
  'palette.command': 'Comando',
  'palette.commands': 'Comandos',
  'palette.search': 'Buscar comandos',
  'palette.noMatch': 'Ningún comando coincide',
  'palette.recent': 'Recientes',
  'palette.cannotShow': 'Este comando no se puede mostrar.',
} satisfies Record<keyof typeof english, string>
