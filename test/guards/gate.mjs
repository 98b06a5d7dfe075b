import { guardsOf } from '../../scripts/guard-rules.mjs'

const LOCK = { row: 'The lock of the window', test: 'test/src/sealing/lock-page.test.ts' }
const LOCK_STORY = {
  row: 'The lock of the window',
  project: 'e2e',
  test: 'test/e2e/lock.test.ts',
  title: 'a lock hides',
}
const KEY = { row: 'Data without its key', file: 'src/sealing/read-key.ts', test: 'test/src/sealing/read-key.test.ts' }
const DELETING = {
  ...{ row: 'Data without its key', project: 'e2e', test: 'test/e2e/lock.test.ts' },
  title: 'deletes data whose key is missing',
}

/** What stands before data opens, and what a lock leaves. */
export const GATE = [
  ...guardsOf({ ...LOCK_STORY, file: 'src/lock-window.tsx' }, [
    ['lock: covers the screen at once', 'flushSync(() => root.render(<LockScreen asks={null} />))', 'void flushSync'],
  ]),
  ...guardsOf({ ...LOCK_STORY, file: 'src/main.tsx' }, [
    ['lock: opens nothing while locked', 'if (session.isLocked) return showLock()', ''],
  ]),
  ...guardsOf({ ...LOCK, file: 'src/sealing/lock-page.ts' }, [
    ['lock: does not wait forever', 'after(LIMIT_MS, end)', 'after(LIMIT_MS, () => {})'],
    ['lock: once', 'if (isLocking) return', ''],
  ]),
  ...guardsOf({ ...LOCK, file: 'src/db/settle-writes.ts', test: 'test/src/db/settle-writes.test.ts' }, [
    ['lock: waits for running writes', "'rw', db.tables", "'rw', db.meta"],
  ]),
  ...guardsOf({ ...LOCK, file: 'src/follow-place.ts', test: 'test/src/follow-place.test.ts' }, [
    ['the tag in session storage is sealed', 'sealer.sealLabel(tag)', 'tag'],
  ]),
  ...guardsOf(
    { ...LOCK, file: 'src/commands/keys/keyboard-owner.ts', test: 'test/src/commands/keys/keyboard-owner.test.ts' },
    [['lock: its key works over a dialog', 'command.worksInDialogs === true && hasMod', 'hasMod && false']],
  ),
  ...guardsOf({ ...KEY, title: 'says whether there is data' }, [
    [
      'a new key only without a database',
      'name === databaseName)),\n    true,',
      'name === databaseName)),\n    false,',
    ],
  ]),
  ...guardsOf({ ...KEY, title: 'opens nothing when' }, [
    ['an expired database goes first', 'if (!(await tryDelete(databaseName, sources))) return REFUSED', ''],
  ]),
  ...guardsOf({ ...DELETING, file: 'src/sealing/sealed-screen.tsx' }, [
    ['deleting is confirmed', 'onClick={() => setDeleting(true)}', 'onClick={() => void deleteData()}'],
  ]),
]
