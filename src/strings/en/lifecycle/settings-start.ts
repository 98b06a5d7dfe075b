export const settingsStart = {
  'settings.start.title': 'Start and background',
  'settings.start.about':
    'when the window is closed keep running close window quit tray icon dock menu bar background open at login log in startup boot autostart start hidden minimised minimized',
  'settings.start.keep.title': 'When the window is closed',
  'settings.start.keep.tray':
    'Clarion keeps sending, receiving and notifying you. Its icon in the system tray opens the window.',
  'settings.start.keep.dock':
    'Clarion keeps sending, receiving and notifying you. Its icon in the Dock opens the window.',
  'settings.start.keep.nowhere': 'This desktop has no system tray, so closing the window quits Clarion.',
  'settings.start.keep.on': 'Keep running',
  'settings.start.keep.off': 'Quit',
  'settings.start.login.title': 'Open at login',
  'settings.start.login.description': 'Clarion starts when you log in to this computer.',
  'settings.start.hidden.title': 'Window at login',
  'settings.start.hidden.description': 'When hidden, Clarion starts in the background and still notifies you.',
  'settings.start.hidden.on': 'Hidden',
  'settings.start.hidden.off': 'Open',
  'settings.start.failed': 'Couldn’t change this setting. {cause}',
} as const
