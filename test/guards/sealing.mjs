import { guardsOf } from '../../scripts/guard-rules.mjs'

const SEALING = 'electron/sealing/'
const KEYS = { row: 'Data keys', test: 'test/electron/sealing/data-keys.test.ts' }
const OLD = { row: 'Old data' }
const WITHOUT = { row: 'Without a keychain' }
const BACKUP = { ...WITHOUT, file: 'electron/op-backup/backup.ts', test: 'test/electron/op-backup/backup.test.ts' }
const LOCK = { row: 'Lock', file: `${SEALING}lock.ts`, test: 'test/electron/sealing/lock.test.ts' }

/** The keys of the data on the disk, and the lock. */
export const SEALING_GUARDS = [
  ...guardsOf({ ...KEYS, file: `${SEALING}data-keys.ts` }, [
    [
      'data keys: stored before use',
      "if (!attempt('write', () => files.write(databaseName, sealed)))",
      'if (isNew === null)',
    ],
    [
      'data keys: none for an old database',
      'if (!hasDatabase) return store(',
      'if (stored.state !== null) return store(',
    ],
    [
      'data keys: a locked keychain changes nothing',
      "sealedAs(protection === 'keychain' ? 'keychain' : 'damaged')",
      'store(databaseName, makeKey(), true)',
    ],
    ['data keys: a newer version’s file stays', "if (stored.state === 'newer') return sealedAs('newer')", ''],
    [
      'data keys: only marked databases expire',
      'if (choice.isTemporary(databaseName))',
      "if (choice.read() === 'memory')",
    ],
    ['data keys: shredded when forgotten', '      files.remove(databaseName)\n', ''],
  ]),
  ...guardsOf(
    { ...OLD, file: 'electron/carry-over/next-step.ts', test: 'test/electron/carry-over/next-step.test.ts' },
    [['old data: never read again', "if (isOver) return hasFolder ? 'remove' : 'nothing'", '']],
  ),
  ...guardsOf(
    { ...OLD, file: 'electron/carry-over/old-files.ts', test: 'test/electron/carry-over/old-files.test.ts' },
    [
      ['old data: what else held customer data', "const ALSO_OLD = ['Session Storage', ", 'const ALSO_OLD = ['],
      ['old data: the folder is deleted', '  rmSync(folder, { recursive: true, force: true })\n', ''],
    ],
  ),
  ...guardsOf(
    { ...OLD, file: 'electron/carry-over/carry-over.ts', test: 'test/electron/carry-over/carry-over.test.ts' },
    [
      ['old data: deleted at the end', '    files.remove()\n', ''],
      ['old data: kept when unreadable', ' || data.isUnreadable)', ')'],
      ['old data: none of a removed workspace', '...files.done(), ...unwanted', '...files.done()'],
    ],
  ),
  ...guardsOf(
    {
      ...OLD,
      file: 'electron/carry-over/open-carry-over.ts',
      test: 'test/electron/start.test.ts',
      title: 'earlier version',
    },
    [['old data: the hidden page is guarded', 'await servePartition(OLD_PARTITION, renderer, devOrigin, log)', '']],
  ),
  ...guardsOf({ ...OLD, file: 'electron/window.ts', test: 'test/electron/start.test.ts', title: 'earlier version' }, [
    [
      'old data: the hidden page has no bridge',
      'hasDevTools: false, platform }), partition }',
      "hasDevTools: false, platform }), partition, preload: '' }",
    ],
  ]),
  ...guardsOf({ ...OLD, file: 'src/carry-over/import-rows.ts', test: 'test/src/carry-over/import-rows.test.ts' }, [
    ['old data: stored once', 'if (marks.includes(old.id)) return', ''],
    ['old data: no ops for a used database', "&& (await db.meta.get('installId')) === undefined", ''],
    ['old data: no op twice', 'const isNew = marks.length === 0 &&', 'const isNew ='],
    ['old data: no number twice', '      await reserveSeqs(db, old.nextSeq)\n', ''],
  ]),
  ...guardsOf({ ...KEYS, file: 'electron/storage/disk.ts', test: 'test/electron/posix/new-folder.test.ts' }, [
    ['data keys: a power cut keeps the folder', 'if (created !== undefined) syncFolder(dirname(created))', ''],
  ]),
  ...guardsOf({ ...KEYS, file: `${SEALING}key-files.ts` }, [
    [
      'data keys: names stay in the folder',
      'if (!FILE_NAME.test(databaseName)) throw',
      'if (databaseName === null) throw',
    ],
    ['data keys: damaged copies are shredded', '...listDamaged(disk, path)]) disk.remove', ']) disk.remove'],
    ['data keys: the sweep spares whole keys', 'if (HALF_WRITTEN.test(name))', "if (name.startsWith('clarion-x'))"],
  ]),
  ...guardsOf(
    {
      row: 'Removing a workspace',
      file: 'electron/accounts/forgetting.ts',
      test: 'test/electron/accounts/forgetting.test.ts',
    },
    [
      [
        'removing: the data key first',
        '      attempt(() => shredDataKey(databaseName))\n      attempt(() => removeBackup(id))\n',
        '      attempt(() => removeBackup(id))\n',
      ],
      [
        'removing: the data key at the next start',
        '() => shredDataKey(databaseName), () => workspaces',
        '() => workspaces',
      ],
    ],
  ),
  ...guardsOf({ ...WITHOUT, file: 'electron/accounts/api-key.ts', test: 'test/electron/accounts/api-key.test.ts' }, [
    ['unprotected: only as the user chose', "|| withoutKeychain() !== 'unprotected'", ''],
    [
      'unprotected: marked as such',
      'backend: UNPROTECTED, ciphertext',
      'backend: backendOf(load(), platform), ciphertext',
    ],
  ]),
  ...guardsOf(
    { ...WITHOUT, file: 'electron/accounts/workspaces.ts', test: 'test/electron/accounts/workspaces.test.ts' },
    [
      [
        'unprotected: never called sealed',
        "isUnprotected(stored) ? 'unprotected' : 'sealed'",
        "isUnprotected(stored) ? 'sealed' : 'sealed'",
      ],
    ],
  ),
  ...guardsOf({ ...WITHOUT, file: `${SEALING}data-keys.ts`, test: KEYS.test }, [
    ['unprotected: sealed once there is a keychain', 'protectWithKeychain(databaseName, key) ?', "key === '' ?"],
    ['memory: nothing on the disk', "if (isNew && choice.read() !== 'memory') return { state: 'choose' }\n", ''],
  ]),
  ...guardsOf(
    { ...WITHOUT, file: 'electron/bridge.ts', test: 'test/electron/bridge.test.ts', title: 'counts as a loss' },
    [['memory: the end of the app is no loss', ' && backups.areKept()', '']],
  ),
  ...guardsOf(BACKUP, [
    [
      'memory: no backup on the disk',
      'const mayWrite = this.#vault.canSeal() && !lines.some(isPlain)',
      'const mayWrite = true',
    ],
    ['memory: no text that was not sealed', "&& ![...state.entries.values()].some(({ kept }) => 'plain' in kept)", ''],
  ]),
  ...guardsOf(
    { ...WITHOUT, file: 'electron/shell/quit/quit-policy.ts', test: 'test/electron/shell/quit/quit-policy.test.ts' },
    [['memory: said before quitting', "if (isLostAtQuit) return text('quit.lost', { count })", '']],
  ),
  ...guardsOf(LOCK, [
    ['lock: kept over a restart', 'change({ isLocked: true })', 'state = { ...state, isLocked: true }'],
    ['lock: closed when its state is unknown', "file.health === 'lost' ||", ''],
    [
      'lock: the fingerprint counts',
      'await system.askFingerprint()\n    } catch {\n      return false',
      'await system.askFingerprint()\n    } catch {',
    ],
    [
      'lock: an open page is replaced',
      "log('page-still-open')\n      screen.replacePage()\n",
      "log('page-still-open')\n",
    ],
    [
      'lock: a closed page leaves no memory',
      '      stopWaiting()\n      screen.replacePage()\n      return',
      '      stopWaiting()\n      return',
    ],
    [
      'lock: no page of an open app is ended',
      'if (!state.isLocked) return failed(',
      'if (state.isLocked === null) return failed(',
    ],
    ['lock: notifications and page', '    screen.close()\n', ''],
  ]),
  ...guardsOf({ ...LOCK, file: `${SEALING}closed-bridge.ts`, test: 'test/electron/sealing/closed-bridge.test.ts' }, [
    ['lock: calls are refused', '(isLocked() ? Promise', '(method === null ? Promise'],
  ]),
  ...guardsOf({ ...LOCK, file: `${SEALING}lock-policy.ts` }, [
    ['lock: no key while locked', "readDataKey: 'refused'", "readDataKey: 'runs'"],
    ['lock: settings cannot be changed while locked', "setLock: 'refused'", "setLock: 'runs'"],
  ]),
  ...guardsOf({ ...LOCK, file: 'electron/bridge.ts', test: 'test/electron/bridge.test.ts', title: 'locked app' }, [
    [
      'lock: on every call',
      'return closeWhileLocked(handlers, () => sealing.isLocked())',
      'return closeWhileLocked(handlers, () => false)',
    ],
  ]),
  ...guardsOf(
    {
      ...{ ...LOCK, file: 'electron/accounts/account-lookup.ts' },
      ...{ test: 'test/electron/bridge.test.ts', title: 'locked app' },
    },
    [['lock: calls that waited', 'if (sealing.isLocked()) return failed(LOCKED)', '']],
  ),
]
