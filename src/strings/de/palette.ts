import type { palette as english } from '../en/palette.ts'

export const palette = {
  'palette.title': 'Befehlspalette',
  'palette.command': 'Befehl',
  'palette.commands': 'Befehle',
  'palette.results': 'Ergebnisse',
  'palette.search': 'Name, Nummer, Schlagwort oder Befehl',
  'palette.noMatch': 'Auf diesem Gerät passt nichts zu „{text}“',
  'palette.recent': 'Zuletzt verwendet',
  'palette.recentlyOpened': 'Zuletzt geöffnet',
  'palette.customers': 'Kunden',
  'palette.conversations': 'Unterhaltungen',
  'palette.tags': 'Schlagwörter',
  'palette.searches': 'Gespeicherte Suchen',
  'palette.workspaces': 'Arbeitsbereiche',
  'palette.settings': 'Einstellungen',
  'palette.newWith': 'Neue Unterhaltung mit {name}',
  'palette.searchFor': 'Nachrichten nach „{text}“ durchsuchen',
  'palette.count': '{count, plural, =0 {Keine Ergebnisse} one {# Ergebnis} other {# Ergebnisse}}',
  'palette.cannotShow': 'Dieser Eintrag kann nicht angezeigt werden.',
} satisfies Record<keyof typeof english, string>
