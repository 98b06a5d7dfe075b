import type { palette as english } from '../en/palette.ts'

export const palette = {
  'palette.title': 'Befehlspalette',
  'palette.command': 'Befehl',
  'palette.commands': 'Befehle',
  'palette.search': 'Befehle durchsuchen',
  'palette.noMatch': 'Keine passenden Befehle',
  'palette.recent': 'Zuletzt verwendet',
  'palette.cannotShow': 'Dieser Befehl kann nicht angezeigt werden.',
} satisfies Record<keyof typeof english, string>
