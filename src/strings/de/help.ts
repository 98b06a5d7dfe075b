import type { help as english } from '../en/help.ts'

export const help = {
  'help.title': 'Tastenkürzel',
  'help.search': 'Tastenkürzel durchsuchen',
  'help.searchPlaceholder': 'Nach Name oder Taste suchen',
  'help.changeKeys': 'Tastenkürzel ändern',
  'help.singleKeysOff':
    'Tastenkürzel mit nur einer Taste sind ausgeschaltet. Befehle ohne anderes Tastenkürzel finden Sie in der Befehlspalette.',
  'help.shortcuts': 'Tastenkürzel',
  'help.noMatches': 'Keine passenden Tastenkürzel',
  'help.inPalette': 'In der Befehlspalette',
  'help.or': 'oder',
} satisfies Record<keyof typeof english, string>
