import { guardsOf } from '../../scripts/guard-rules.mjs'

const ROUTES = { file: 'electron/sandbox/routes.ts', test: 'test/electron/sandbox/strangers.test.ts' }
const OWN_FILE = { file: 'electron/storage/own-file.ts', test: 'test/electron/storage/own-file.test.ts' }
const FORGETTING = { file: 'electron/accounts/forgetting.ts', test: 'test/electron/accounts/forgetting.test.ts' }

/** The demo's server, and what is written to the disk. */
export const DISK = [
  ...guardsOf({ row: 'Only the app uses it', ...ROUTES, title: 'refuses the host' }, [
    ['demo: our host only', 'if (!OUR_HOST.test(host))', 'if (host === null)'],
  ]),
  ...guardsOf({ row: 'Only the app uses it', ...ROUTES, title: 'a page in a browser' }, [
    ['demo: our key only', 'if (key === undefined || !keys.has(key))', 'if (key === null)'],
  ]),
  ...guardsOf(
    { row: 'Only the app uses it', ...ROUTES, file: 'electron/sandbox/server.ts', title: 'another long random key' },
    [['demo: a random key', "randomBytes(24).toString('base64url')", "'key'"]],
  ),
  ...guardsOf({ row: 'Files of the app', ...OWN_FILE }, [
    ['files: for the owner only', 'export const OWN_FILE = 0o600', 'export const OWN_FILE = 0o644'],
    ['files: nothing through a link', 'rmSync(path, { recursive: true, force: true })\n', '\n'],
    ['files: no second name', '|| found.nlink > 1', ''],
    ['files: an open one is closed to others', 'fchmodSync(file, OWN_FILE)', 'void file'],
  ]),
  ...guardsOf(
    { row: 'An export', file: 'electron/exports/export-file.ts', test: 'test/electron/exports/export-file.test.ts' },
    [['exports: no link of someone else', 'if (!mayFollow(owner, ownUser)) return path', '']],
  ),
  ...guardsOf({ row: 'Removing a workspace', ...FORGETTING }, [
    ['removing: written down first', 'write([...before, { id, databaseName }])', ''],
    ['removing: finished at the next start', 'for (const entry of entries) removeFiles(entry)', ''],
  ]),
]
