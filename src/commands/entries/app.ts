import { text } from '../../strings/text.ts'
import { openDialog, openSettings, startDrill } from '../../view/view.ts'
import { type Command, NO_CHANGE, type Undo } from '../command.ts'
import { names } from '../names.ts'
import { isSelectionShown } from '../../view/layout.ts'
import { toggleCustomer } from '../panes.ts'
import { undoLast } from '../undo.ts'

const REDO: Undo = { why: 'Run the command again to redo it.' }

/** Commands for the whole app. */
export const APP: readonly Command[] = [
  {
    id: 'palette',
    ...names('commands.palette.title', 'commands.palette.aliases'),
    group: 'app',
    menu: 'help',
    scope: 'global',
    keys: { clarion: ['$mod+k'] },
    worksInText: true,
    run: () => openDialog('palette'),
    undo: NO_CHANGE,
  },
  {
    id: 'help',
    ...names('commands.help.title', 'commands.help.aliases'),
    group: 'app',
    menu: 'help',
    scope: 'global',
    keys: { clarion: ['?'] },
    run: () => openDialog('help'),
    undo: NO_CHANGE,
  },
  {
    id: 'start-drill',
    ...names('commands.startDrill.title', 'commands.startDrill.aliases'),
    group: 'app',
    menu: 'help',
    scope: 'global',
    keys: { clarion: [] },
    keyless: text('commands.keyless.palette'),
    run: startDrill,
    undo: NO_CHANGE,
  },
  {
    id: 'settings',
    ...names('commands.settings.title', 'commands.settings.aliases'),
    group: 'app',
    menu: 'app',
    scope: 'global',
    keys: { clarion: ['$mod+,'] },
    worksInText: true,
    run: () => openSettings(),
    undo: NO_CHANGE,
  },
  {
    id: 'customer',
    ...names('commands.customer.title', 'commands.customer.aliases'),
    group: 'app',
    menu: 'help',
    scope: 'global',
    keys: { clarion: ['$mod+\\'] },
    worksInText: true,
    // The selection takes the panel's place.
    canRun: ({ view }) => !isSelectionShown(view),
    run: toggleCustomer,
    undo: NO_CHANGE,
  },
  {
    id: 'back-up',
    ...names('commands.backUp.title', 'commands.backUp.aliases'),
    group: 'app',
    menu: 'file',
    scope: 'global',
    keys: { clarion: [] },
    keyless: text('commands.keyless.backUp'),
    run: () => openDialog('back-up'),
    undo: NO_CHANGE,
  },
  {
    id: 'restore-backup',
    ...names('commands.restoreBackup.title', 'commands.restoreBackup.aliases'),
    group: 'app',
    menu: 'file',
    scope: 'global',
    keys: { clarion: [] },
    keyless: text('commands.keyless.backUp'),
    run: () => openDialog('restore'),
    undo: { why: 'It asks first, and removes nothing.' },
  },
  {
    id: 'lock',
    ...names('commands.lock.title', 'commands.lock.aliases'),
    group: 'app',
    menu: 'app',
    scope: 'global',
    keys: { clarion: ['$mod+Shift+l'] },
    worksInText: true,
    worksInDialogs: true,
    // Main then tells the page to lock, as it does by itself.
    run: ({ open }) => void open.bridge.lockApp({}),
    undo: NO_CHANGE,
  },
  {
    id: 'undo',
    ...names('commands.undo.title', 'commands.undo.aliases'),
    group: 'app',
    menu: 'conversation',
    scope: 'global',
    keys: { clarion: ['z', '$mod+z'] },
    run: ({ open }) => void undoLast(open),
    undo: REDO,
  },
  {
    id: 'undo-some',
    ...names('commands.undoSome.title', 'commands.undoSome.aliases'),
    group: 'app',
    menu: 'conversation',
    scope: 'global',
    keys: { clarion: ['Shift+z'] },
    run: () => openDialog('undo-some'),
    undo: REDO,
  },
  {
    id: 'check-now',
    ...names('commands.checkNow.title', 'commands.checkNow.aliases'),
    group: 'app',
    menu: 'file',
    scope: 'global',
    keys: { clarion: ['F5'] },
    worksInText: true,
    run: ({ open }) => open.refresh(),
    undo: NO_CHANGE,
  },
  {
    id: 'check-for-updates',
    ...names('commands.checkForUpdates.title', 'commands.checkForUpdates.aliases'),
    group: 'app',
    menu: 'help',
    scope: 'global',
    keys: { clarion: [] },
    keyless: text('commands.keyless.palette'),
    // Settings show what becomes of it.
    run: ({ open }) => {
      openSettings('updates')
      void open.bridge.checkForUpdates({})
    },
    undo: NO_CHANGE,
  },
  {
    id: 'report-problem',
    ...names('commands.reportProblem.title', 'commands.reportProblem.aliases'),
    group: 'app',
    scope: 'global',
    keys: { clarion: [] },
    // Main has it in the Help menu, where it's also there without a workspace.
    keyless: text('commands.keyless.palette'),
    run: ({ open }) => void open.bridge.reportProblem({}),
    undo: NO_CHANGE,
  },
]
