export const help = {
  'help.title': 'Keyboard shortcuts',
  'help.search': 'Search shortcuts',
  'help.searchPlaceholder': 'Search by name or key',
  'help.changeKeys': 'Change keys',
  'help.singleKeysOff': 'Single keys are off. Use the command palette for commands without another shortcut.',
  'help.shortcuts': 'Shortcuts',
  'help.noMatches': 'No matching shortcuts',
  'help.inPalette': 'In the command palette',
  'help.or': 'or',
} as const
