export const commandTexts = {
  // Headings under which commands are listed.
  'commands.group.navigation': 'Navigation',
  'commands.group.selection': 'Selection',
  'commands.group.conversation': 'Conversation',
  'commands.group.writing': 'Writing',
  'commands.group.goTo': 'Go to',
  'commands.group.app': 'App',
  'commands.group.settings': 'Settings',
  // The command of a saved search.
  'commands.goToSearch.title': 'Go to {name}',
  'commands.goToSearch.alias': 'saved search',
  'commands.goWorkspace.title': 'Go to workspace {number}',
  'commands.goWorkspace.alias': 'workspace',
  // Where to find a command without keys.
  'commands.keyless.backUp': 'In the File menu and in Settings',
  'commands.keyless.palette': 'In the command palette',
  'commands.keyless.conversationMenu': 'In the conversation menu',
  'commands.keyless.viewMenu': 'In the View menu',
  'commands.keyless.escape': 'Esc also clears it',
  'commands.keyless.stopExport': 'Button beside the progress',
  'commands.keyless.savedSearches': 'Go to saved searches first',
  // The name of what is exported.
  'commands.exported.oneWorkspace':
    'A file holds conversations of one workspace. Select some of one workspace, or show that workspace.',
  'commands.exported.selection': 'Selected from {title}',
  'commands.exported.search': 'Search {query}',
  // Why a key can’t be bound.
  'commands.taken.editing': 'Your system uses it for editing text.',
  'commands.taken.focus': 'It moves the focus to the next part of the window.',
  'commands.taken.quit': 'It quits the app.',
  'commands.taken.closeWindow': 'It closes the window.',
  'commands.taken.zoomReset': 'It resets the zoom.',
  'commands.taken.zoomIn': 'It zooms in.',
  'commands.taken.zoomOut': 'It zooms out.',
  'commands.taken.menuBar': 'It opens the menu bar.',
  'commands.taken.press': 'It presses the focused button.',
  'commands.taken.sequence': 'Key sequences can’t use {mod}.',
} as const
