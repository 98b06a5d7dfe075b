export const palette = {
  'palette.title': 'Command palette',
  'palette.command': 'Command',
  'palette.commands': 'Commands',
  'palette.search': 'Search commands',
  'palette.noMatch': 'No matching commands',
  'palette.recent': 'Recent',
  'palette.cannotShow': 'This command can’t be shown.',
} as const
