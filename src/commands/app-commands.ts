import { openDialog, openSettings } from '../view.ts'
import { type Command, NO_CHANGE } from './command.ts'
import { undoLast } from './undo.ts'

/** What concerns the app as a whole. */
export const APP: readonly Command[] = [
  {
    id: 'palette',
    title: 'Command palette',
    group: 'App',
    scope: 'global',
    keys: { clarion: ['$mod+k'] },
    aliases: ['search commands', 'actions'],
    worksInText: true,
    run: () => openDialog('palette'),
    undo: NO_CHANGE,
  },
  {
    id: 'help',
    title: 'Keyboard shortcuts',
    group: 'App',
    scope: 'global',
    keys: { clarion: ['?'] },
    aliases: ['help', 'keys'],
    run: () => openDialog('help'),
    undo: NO_CHANGE,
  },
  {
    id: 'settings',
    title: 'Settings',
    group: 'App',
    scope: 'global',
    keys: { clarion: ['$mod+,'] },
    aliases: ['preferences', 'options'],
    worksInText: true,
    run: () => openSettings(),
    undo: NO_CHANGE,
  },
  {
    id: 'undo',
    title: 'Undo',
    group: 'App',
    scope: 'global',
    keys: { clarion: ['z', '$mod+z'] },
    aliases: ['take back'],
    run: ({ open }) => void undoLast(open),
    undo: { why: 'What was undone is done again by its own command.' },
  },
  {
    id: 'check-now',
    title: 'Check for new messages',
    group: 'App',
    scope: 'global',
    keys: { clarion: ['F5'] },
    aliases: ['refresh', 'reload', 'sync'],
    worksInText: true,
    run: ({ open }) => open.refresh(),
    undo: NO_CHANGE,
  },
]
