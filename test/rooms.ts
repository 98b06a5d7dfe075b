/**
 * Which room may import which rooms and packages. architecture.test.ts fails on a room that is not in this table and on an import that
 * the table does not allow. A pane reads through the named queries of `db` and acts through commands. Panes never import each other:
 * they meet in app.tsx and through src/view.
 */
export type Room = { readonly rooms: readonly string[]; readonly packages: readonly string[] }

const PANE: Room = {
  rooms: [
    'src/ui',
    'src/strings',
    'src/words',
    'src/acts',
    'src/commands',
    'src/db',
    'src/catalogue',
    'src/outbox',
    'src/shared',
    'src/view',
    'src/workspace.tsx',
  ],
  packages: ['react', 'dexie-react-hooks', 'lucide-react', '@tanstack/react-virtual', 'radix-ui'],
}

export const ROOMS: Readonly<Record<string, Room>> = {
  'src/shared': { rooms: [], packages: [] },
  // Formats the texts of the window and of the main process.
  'src/shared/messages': { rooms: ['src/shared'], packages: ['intl-messageformat', '@schummar/icu-type-parser'] },
  // Every text of the window, in every language.
  'src/strings': { rooms: ['src/shared'], packages: ['react'] },
  'src/db': { rooms: ['src/db/sealing', 'src/shared'], packages: ['dexie'] },
  // Seals rows. Only `db` imports it.
  'src/db/sealing': {
    rooms: ['src/db/op.ts', 'src/db/rows.ts', 'src/shared'],
    packages: ['dexie', '@noble/ciphers', '@noble/hashes'],
  },
  'src/catalogue': { rooms: ['src/db', 'src/shared'], packages: ['dexie'] },
  'src/outbox': { rooms: ['src/db', 'src/outbox', 'src/shared'], packages: ['dexie'] },
  // Pure: it sees types of rows, and no database.
  'src/outbox/engine': {
    rooms: ['src/db/arrival.ts', 'src/db/op.ts', 'src/db/rows.ts', 'src/db/settle-time.ts', 'src/shared'],
    packages: [],
  },
  'src/sync': { rooms: ['src/db', 'src/shared'], packages: ['dexie'] },
  // When and how to notify the user of new messages, and what the user does in a notification.
  'src/notify': {
    rooms: [
      ...[
        'src/strings',
        'src/words',
        'src/db',
        'src/catalogue/picked.ts',
        'src/outbox',
        'src/commands/change.ts',
        'src/seen',
      ],
      ...['src/snippets/placeholders.ts', 'src/shared', 'src/view'],
    ],
    packages: ['dexie'],
  },
  // When a conversation counts as read.
  'src/seen': {
    rooms: ['src/db', 'src/catalogue', 'src/outbox', 'src/shared', 'src/view'],
    packages: ['dexie'],
  },
  // Data of an earlier version, which was not sealed.
  'src/carry-over': { rooms: ['src/db', 'src/shared'], packages: ['dexie'] },
  // Backups of what only this device knows, and restoring them.
  'src/device-backup': { rooms: ['src/db', 'src/outbox', 'src/shared'], packages: ['dexie'] },
  // Checks spelling in a worker, with the dictionaries of the package.
  'src/spelling': {
    rooms: [
      'src/db',
      'src/shared',
      'node_modules/dictionary-en',
      'node_modules/dictionary-en-gb',
      'node_modules/dictionary-es',
    ],
    packages: ['dexie', 'nspell'],
  },
  'src/search': { rooms: ['src/catalogue/row-key.ts', 'src/db', 'src/shared'], packages: ['dexie'] },
  'src/commands': {
    rooms: [
      'src/outbox',
      'src/db',
      'src/catalogue',
      'src/strings',
      'src/words',
      'src/shared',
      'src/ui/key-names.ts',
      'src/ui/copy-text.ts',
      'src/ui/density.ts',
      'src/ui/element-ids.ts',
      'src/ui/insert-text.ts',
      'src/ui/yield-to-event-loop.ts',
      'src/view',
      'src/workspace.tsx',
    ],
    packages: ['tinykeys', 'zustand'],
  },
  // It uses the formats of numbers and dates from `shared`.
  'src/ui': { rooms: ['src/strings', 'src/shared'], packages: ['react', 'lucide-react', 'radix-ui'] },
  'src/words': {
    rooms: ['src/ui', 'src/strings', 'src/db', 'src/catalogue', 'src/shared', 'src/view'],
    packages: ['react', 'lucide-react', 'libphonenumber-js'],
  },
  // Buttons and dialogs for ops and workspaces that several panes show.
  'src/acts': {
    rooms: [
      'src/ui',
      'src/strings',
      'src/words',
      'src/commands',
      'src/db',
      'src/catalogue',
      'src/outbox',
      'src/shared',
      'src/view',
      'src/workspace.tsx',
    ],
    packages: ['react', 'dexie-react-hooks', 'lucide-react'],
  },
  // Snippets: parsing, finding and filling in.
  'src/snippets': {
    rooms: ['src/ui', 'src/strings', 'src/words', 'src/db', 'src/shared'],
    packages: ['react', 'radix-ui'],
  },
  // File formats for exported threads.
  'src/export': { rooms: ['src/strings', 'src/words', 'src/db', 'src/shared'], packages: [] },
  // What the user is looking at: the list, the selection, dialogs, toasts, and how the window is divided.
  'src/view': { rooms: ['src/db', 'src/catalogue', 'src/shared'], packages: ['zustand'] },
  'src/follow-layout.ts': { rooms: ['src/view'], packages: [] },
  'src/workspace.tsx': {
    rooms: ['src/db', 'src/catalogue', 'src/search', 'src/shared', 'src/view'],
    packages: ['react'],
  },
  'src/rail': PANE,
  // What the rows of the inbox, of search results and of the customer panel share.
  'src/rows': {
    rooms: ['src/ui', 'src/strings', 'src/words', 'src/db', 'src/shared'],
    packages: ['react', 'lucide-react'],
  },
  'src/inbox': { ...PANE, rooms: [...PANE.rooms, 'src/rows'] },
  'src/outbox-view': PANE,
  'src/search-view': { ...PANE, rooms: [...PANE.rooms, 'src/search', 'src/rows'] },
  'src/welcome': PANE,
  'src/frame': PANE,
  'src/customer': { ...PANE, rooms: [...PANE.rooms, 'src/rows'] },
  'src/settings': { ...PANE, rooms: [...PANE.rooms, 'src/notify', 'src/rows', 'src/seen', 'src/snippets'] },
  'src/thread': {
    rooms: [...PANE.rooms, 'src/seen', 'src/snippets', 'src/export'],
    packages: [...PANE.packages, 'libphonenumber-js', 'sms-segments-calculator'],
  },
  'src/palette': { ...PANE, rooms: [...PANE.rooms, 'src/search'], packages: [...PANE.packages, 'cmdk'] },
  'src/help': PANE,
  // Teaches the keys: the drill and the hints.
  'src/drill': { ...PANE, packages: [...PANE.packages, 'zustand'] },
  // The export dialog and its progress.
  'src/export-view': { ...PANE, rooms: [...PANE.rooms, 'src/export'] },
  // The dialogs that back up and restore.
  'src/backup-view': { ...PANE, rooms: [...PANE.rooms, 'src/device-backup'] },
  // Snoozing: the dialog, parsing times, and waking conversations.
  'src/snooze': { ...PANE, packages: [...PANE.packages, 'dexie'] },
  // Dialogs before and after bulk changes.
  'src/bulk': PANE,
  'src/row-menu': PANE,
  // Links to the app: what the user is asked before one opens anything.
  'src/links': { ...PANE, packages: [...PANE.packages, 'zustand'] },
  'src/new-conversation': {
    rooms: [...PANE.rooms, 'src/search', 'src/snippets'],
    packages: [...PANE.packages, 'libphonenumber-js'],
  },
  // What is shown before a workspace opens: the lock, the choice without a keychain, and data that cannot be opened.
  'src/sealing': PANE,
  // Restores what the user was looking at after a reload.
  'src/kept-place.ts': { rooms: ['src/db', 'src/view'], packages: [] },
  'src/follow-place.ts': {
    rooms: ['src/db', 'src/kept-place.ts', 'src/ui/element-ids.ts', 'src/view'],
    packages: [],
  },
  // Everything that runs for the workspaces of this device, shown or not.
  'src/live': {
    rooms: [
      ...[
        'src/db',
        'src/catalogue',
        'src/outbox',
        'src/search',
        'src/sync',
        'src/notify',
        'src/seen',
        'src/snooze/waker.ts',
        'src/words',
      ],
      ...['src/find-workspaces.ts', 'src/follow-place.ts', 'src/open-workspace.ts', 'src/sealing/read-key.ts'],
      ...['src/sealing/gate.ts', 'src/shared', 'src/view', 'src/workspace.tsx'],
    ],
    packages: ['zustand'],
  },
  // The databases on this device, with and without a known workspace.
  'src/find-workspaces.ts': { rooms: ['src/db', 'src/shared'], packages: ['dexie'] },
  'src/open-workspace.ts': {
    rooms: [
      ...['src/db', 'src/catalogue', 'src/live', 'src/outbox', 'src/search', 'src/shared'],
      ...['src/ui/next-frame.ts', 'src/ui/start-marks.ts', 'src/ui/yield-to-event-loop.ts'],
      ...['src/new-conversation/form.ts', 'src/view', 'src/workspace.tsx'],
    ],
    packages: [],
  },
  // Locks the window: covers it, saves what was typed, closes the workspace and reloads.
  'src/lock-window.tsx': {
    rooms: ['src/db', 'src/open-workspace.ts', 'src/save-typed.ts', 'src/sealing'],
    packages: ['react-dom'],
  },
  // Asked before the rest is loaded.
  'src/first-answers.ts': { rooms: ['src/shared'], packages: [] },
  // What was typed, before a lock and before the window closes.
  'src/save-typed.ts': {
    rooms: [
      'src/new-conversation/form.ts',
      'src/db',
      'src/open-workspace.ts',
      'src/shared',
      'src/thread/composer/left-drafts.ts',
      'src/ui/use-save-on-leaving.ts',
    ],
    packages: [],
  },
  // Opens the database of a workspace that is not on screen.
  'src/open-sealed.ts': {
    rooms: ['src/db', 'src/device-backup/parts.ts', 'src/sealing/read-key.ts', 'src/shared'],
    packages: ['dexie'],
  },
  'src/take-old-data.tsx': {
    rooms: [
      ...[
        'src/carry-over',
        'src/commands/settings.ts',
        'src/db',
        'src/follow-layout.ts',
        'src/frame/opening-screen.tsx',
      ],
      ...['src/open-sealed.ts', 'src/sealing', 'src/shared', 'src/view'],
    ],
    packages: ['react-dom'],
  },
  'src/workspace-screen.tsx': { rooms: ['src'], packages: ['react'] },
  // Connecting, renaming and signing out of workspaces.
  'src/account-actions.ts': {
    rooms: ['src/db', 'src/find-workspaces.ts', 'src/live', 'src/shared', 'src/welcome/connect-input.ts'],
    packages: ['dexie'],
  },
  // What lists and counts read: one workspace, or all.
  'src/list-scope.tsx': { rooms: ['src/view', 'src/workspace.tsx'], packages: ['react'] },
  // Dialogs that load after the first paint.
  'src/later-dialogs.tsx': { rooms: ['src'], packages: ['react'] },
  'src/inbox-screen.tsx': { rooms: ['src'], packages: ['react'] },
  'src/app.tsx': { rooms: ['src'], packages: ['react', 'dexie-react-hooks', 'lucide-react', 'radix-ui'] },
  'src/main.tsx': { rooms: ['src'], packages: ['react', 'react-dom', 'dexie'] },
  'src/env.d.ts': { rooms: ['src/shared'], packages: [] },
  electron: { rooms: ['electron', 'src/shared'], packages: ['electron', 'electron-log', 'zod'] },
  // What keeps the app running without a window. On Linux it asks the desktop for a tray.
  'electron/shell/tray': { rooms: ['electron', 'src/shared'], packages: ['electron', 'zod', '@jellybrick/dbus-next'] },
  'electron/api': { rooms: ['electron/strings', 'src/shared'], packages: ['ofetch', 'zod'] },
  // The only place that makes connections.
  'electron/network': { rooms: ['electron', 'src/shared'], packages: ['electron', 'undici'] },
  'electron/updates': {
    rooms: ['electron', 'src/shared'],
    packages: ['electron', 'electron-updater', 'builder-util-runtime', 'zod'],
  },
  'electron/sandbox': { rooms: ['src/shared'], packages: ['hono', '@hono/node-server'] },
}
