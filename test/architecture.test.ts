import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/**
 * Who may import whom. This table is the law and its own documentation: a room that is not in it,
 * or an import that it does not allow, fails. A pane reads through `db`'s named queries and acts
 * through commands; panes never import each other, and meet in app.tsx and through view.ts.
 */
type Room = { readonly rooms: readonly string[]; readonly packages: readonly string[] }

const PANE: Room = {
  rooms: [
    'src/ui',
    'src/words',
    'src/acts',
    'src/commands',
    'src/db',
    'src/outbox',
    'src/shared',
    'src/view.ts',
    'src/view-state.ts',
    'src/workspace.tsx',
  ],
  packages: ['react', 'dexie-react-hooks', 'lucide-react', '@tanstack/react-virtual', 'radix-ui'],
}

const LAW: Readonly<Record<string, Room>> = {
  'src/shared': { rooms: [], packages: [] },
  'src/db': { rooms: ['src/shared'], packages: ['dexie'] },
  'src/outbox': { rooms: ['src/db', 'src/shared'], packages: ['dexie'] },
  'src/sync': { rooms: ['src/db', 'src/shared'], packages: ['dexie'] },
  // Whether and how the person is called: from what sync found, in words that main puts on the desk.
  'src/notify': { rooms: ['src/db', 'src/shared', 'src/view.ts'], packages: ['dexie'] },
  // When what is looked at counts as read.
  'src/seen': { rooms: ['src/db', 'src/outbox', 'src/shared', 'src/view.ts'], packages: ['dexie'] },
  'src/search': { rooms: ['src/db', 'src/shared'], packages: ['dexie'] },
  'src/commands': {
    rooms: [
      'src/outbox',
      'src/db',
      'src/words',
      'src/shared',
      'src/ui/key-names.ts',
      'src/ui/copy-text.ts',
      'src/ui/density.ts',
      'src/ui/insert-text.ts',
      'src/view.ts',
      'src/view-state.ts',
      'src/workspace.tsx',
    ],
    packages: ['tinykeys', 'zustand'],
  },
  // Of shared: how the system writes numbers and dates.
  'src/ui': { rooms: ['src/shared'], packages: ['react', 'lucide-react', 'radix-ui'] },
  'src/words': {
    rooms: ['src/ui', 'src/db', 'src/shared', 'src/view.ts'],
    packages: ['react', 'lucide-react', 'libphonenumber-js'],
  },
  // What a person can do with an op or a workspace, wherever it is shown.
  'src/acts': {
    rooms: [
      'src/ui',
      'src/words',
      'src/commands',
      'src/db',
      'src/outbox',
      'src/shared',
      'src/view.ts',
      'src/workspace.tsx',
    ],
    packages: ['react', 'dexie-react-hooks', 'lucide-react'],
  },
  // Words written often: how they are written, found and filled.
  'src/snippets': {
    rooms: ['src/ui', 'src/words', 'src/db', 'src/shared'],
    packages: ['react', 'radix-ui'],
  },
  // How threads are written down for other programs.
  'src/export': { rooms: ['src/words', 'src/db', 'src/shared'], packages: [] },
  'src/view-state.ts': { rooms: ['src/db', 'src/shared'], packages: [] },
  'src/view.ts': { rooms: ['src/db', 'src/shared', 'src/view-state.ts'], packages: ['zustand'] },
  'src/workspace.tsx': { rooms: ['src/db', 'src/search', 'src/shared'], packages: ['react'] },
  'src/rail': PANE,
  // What the rows of every list of conversations have in common.
  'src/rows': { rooms: ['src/ui', 'src/words', 'src/db', 'src/shared'], packages: ['react', 'lucide-react'] },
  'src/inbox': { ...PANE, rooms: [...PANE.rooms, 'src/rows'] },
  'src/outbox-view': PANE,
  'src/search-view': { ...PANE, rooms: [...PANE.rooms, 'src/search', 'src/rows'] },
  'src/welcome': PANE,
  'src/frame': PANE,
  'src/customer': PANE,
  'src/settings': { ...PANE, rooms: [...PANE.rooms, 'src/notify', 'src/seen', 'src/snippets'] },
  'src/thread': {
    rooms: [...PANE.rooms, 'src/seen', 'src/snippets', 'src/export'],
    packages: [...PANE.packages, 'libphonenumber-js', 'sms-segments-calculator'],
  },
  'src/palette': { ...PANE, packages: [...PANE.packages, 'cmdk'] },
  'src/help': PANE,
  // What is exported, as what, and how far that is.
  'src/export-view': { ...PANE, rooms: [...PANE.rooms, 'src/export'] },
  // Until when a conversation is put off, and how it comes back.
  'src/snooze': { ...PANE, packages: [...PANE.packages, 'dexie'] },
  // What is asked and told before and after many are changed at once.
  'src/bulk': PANE,
  'src/row-menu': PANE,
  'src/new-conversation': {
    rooms: [...PANE.rooms, 'src/search', 'src/snippets'],
    packages: [...PANE.packages, 'libphonenumber-js'],
  },
  // What the user looks at, for a page that is loaded again.
  'src/kept-place.ts': { rooms: ['src/db', 'src/view-state.ts'], packages: [] },
  'src/follow-place.ts': { rooms: ['src/db', 'src/kept-place.ts', 'src/view.ts'], packages: [] },
  'src/running-sync.ts': {
    rooms: ['src/db', 'src/sync', 'src/shared', 'src/view.ts'],
    packages: [],
  },
  // The databases of this device, with and without a workspace that main knows.
  'src/find-workspaces.ts': { rooms: ['src/db', 'src/shared'], packages: ['dexie'] },
  'src/open-workspace.ts': {
    rooms: [
      'src/db',
      'src/find-workspaces.ts',
      'src/outbox',
      'src/search',
      'src/sync',
      'src/follow-place.ts',
      'src/notify',
      'src/running-sync.ts',
      'src/seen',
      'src/snooze/waker.ts',
      'src/shared',
      'src/ui/next-frame.ts',
      'src/view.ts',
      'src/view-state.ts',
      'src/workspace.tsx',
    ],
    packages: ['dexie'],
  },
  'src/inbox-screen.tsx': { rooms: ['src'], packages: ['react'] },
  'src/app.tsx': { rooms: ['src'], packages: ['react', 'dexie-react-hooks', 'lucide-react', 'radix-ui'] },
  'src/main.tsx': { rooms: ['src'], packages: ['react', 'react-dom', 'dexie'] },
  'src/env.d.ts': { rooms: ['src/shared'], packages: [] },
  electron: { rooms: ['electron', 'src/shared'], packages: ['electron', 'electron-log', 'zod'] },
  'electron/api': { rooms: ['src/shared'], packages: ['ofetch', 'zod'] },
  'electron/sandbox': { rooms: ['src/shared'], packages: ['hono', '@hono/node-server'] },
}

/** Files that alone may name a package or a part of one. */
const SOLE_USERS: Readonly<Record<string, string>> = {
  ipcMain: 'electron/ipc.ts',
  ipcRenderer: 'electron/preload.ts',
}

/** What a component must not touch, though its room may import the rest of `db`: a table. */
const TABLES = ['src/db/database.ts', 'src/db/cache.ts']

const root = fileURLToPath(new URL('..', import.meta.url))
const files = ['src', 'electron'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name)),
)

function roomOf(file: string): string | undefined {
  return Object.keys(LAW)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .toSorted((one, other) => other.length - one.length)[0]
}

function importsOf(file: string): readonly { readonly target: string; readonly isType: boolean }[] {
  const source = readFileSync(join(root, file), 'utf8')
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
  )
  return [...found].map((match) => ({ target: match[2] ?? match[3] ?? match[4] ?? '', isType: match[1] !== undefined }))
}

function offencesOf(file: string): readonly string[] {
  const room = roomOf(file)
  if (room === undefined) return [`${file} is in no room of the law`]
  const law = LAW[room]
  return importsOf(file).flatMap(({ target, isType }) => {
    if (!target.startsWith('.')) {
      const name = target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/')
      const isNode = target.startsWith('node:') && room.startsWith('electron')
      return isNode || law?.packages.includes(name) === true ? [] : [`${file} → package ${target}`]
    }
    const to = relative(root, resolve(root, dirname(file), target))
    const isOwn = roomOf(to) === room
    const isAllowed = law?.rooms.some((allowed) => to === allowed || to.startsWith(`${allowed}/`)) === true
    if (!isOwn && !isAllowed && !to.endsWith('.css')) return [`${file} → ${to}`]
    const isPane = law?.packages.includes('dexie-react-hooks') === true && file !== 'src/app.tsx'
    return isPane && !isType && TABLES.includes(to) ? [`${file} → ${to} (a pane sees no table)`] : []
  })
}

describe('the architecture', () => {
  it('has files to judge', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(100)
  })

  it('every import is one that the law allows', () => {
    expect(files.flatMap(offencesOf)).toEqual([])
  })

  it.each(Object.entries(SOLE_USERS))('%s occurs in %s alone', (word, only) => {
    const users = files.filter((file) =>
      new RegExp(`\\b${word}\\b`).test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    )
    expect(users).toEqual([only])
  })

  it('numbers, times and dates become text in the formats of the system, by one module', () => {
    const formats = 'DateTimeFormat|NumberFormat|RelativeTimeFormat|DurationFormat'
    // A list or a plural goes with the language of the text, which then has to be named.
    const ofText = 'ListFormat|PluralRules|DisplayNames'
    const bare = new RegExp(
      `\\.toLocale\\w*\\(|\\bIntl\\.(?:${formats})\\(|\\bIntl\\.(?:${ofText})\\((?:\\)|undefined)`,
    )
    const mine = ['src/shared/locale.ts', 'src/shared/regional-formats.ts']
    const users = files.filter((file) => bare.test(withoutComments(readFileSync(join(root, file), 'utf8'))))
    expect(users).toEqual(mine)
  })

  it('no folder has a name that says nothing', () => {
    const bad = /(^|\/)(lib|utils?|helpers?|common|services|hooks|components|types)(\/|\.tsx?$)/
    expect(files.filter((file) => bad.test(file))).toEqual([])
    expect(files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([])
  })
})

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '')
}
