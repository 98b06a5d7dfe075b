import type { palette as english } from '../en/palette.ts'

export const palette = {
  'palette.title': 'Paleta de comandos',
  'palette.command': 'Comando',
  'palette.commands': 'Comandos',
  'palette.results': 'Resultados',
  'palette.search': 'Nombre, número, etiqueta o comando',
  'palette.noMatch': 'Nada en este dispositivo coincide con «{text}»',
  'palette.recent': 'Recientes',
  'palette.recentlyOpened': 'Abiertas recientemente',
  'palette.customers': 'Clientes',
  'palette.conversations': 'Conversaciones',
  'palette.tags': 'Etiquetas',
  'palette.searches': 'Búsquedas guardadas',
  'palette.workspaces': 'Espacios de trabajo',
  'palette.settings': 'Ajustes',
  'palette.newWith': 'Nueva conversación con {name}',
  'palette.searchFor': 'Buscar «{text}» en los mensajes',
  'palette.count': '{count, plural, =0 {Sin resultados} one {# resultado} other {# resultados}}',
  'palette.cannotShow': 'Esta entrada no se puede mostrar.',
} satisfies Record<keyof typeof english, string>
