import { guardsOf } from '../../scripts/guard-rules.mjs'

const BACKUPS = 'electron/device-backup/'
const FORMAT = { row: 'Backups', test: 'test/electron/device-backup/format.test.ts' }
const DEVICES = { row: 'Backups', test: 'test/electron/device-backup/device-backups.test.ts' }
const OPS = { row: 'Backups', test: 'test/src/device-backup/two-devices.test.ts' }

/** Backups of a device, and what comes from them. */
export const BACKUP_GUARDS = [
  ...guardsOf({ ...FORMAT, file: `${BACKUPS}header.ts` }, [
    ['backups: a head that costs too much', "if (!isAffordable({ logN, r, p })) return 'costly'", ''],
    [
      'backups: another passphrase, a changed head',
      'return timingSafeEqual(macOf(head, keys), mac)',
      'return mac.length > 0',
    ],
  ]),
  ...guardsOf({ ...FORMAT, file: `${BACKUPS}chunks.ts` }, [
    ['backups: moved and repeated chunks', 'number.writeUInt32BE(index)', 'number.writeUInt32BE(0)'],
    ['backups: a cut between chunks', 'number[4] = isLast ? 1 : 0', 'number[4] = 0'],
  ]),
  ...guardsOf({ ...DEVICES, file: `${BACKUPS}contents.ts` }, [
    ['backups: missing parts', 'if (record.parts !== count) throw new Damaged()', ''],
    [
      'backups: a missing end',
      'if (made === null || !isOver) throw new Damaged()',
      'if (made === null) throw new Damaged()',
    ],
  ]),
  ...guardsOf({ ...DEVICES, file: `${BACKUPS}known-here.ts`, title: 'does not agree to its server' }, [
    ['backups: a new server', 'if (!admitted.ok) return admitted', ''],
  ]),
  ...guardsOf({ ...DEVICES, file: `${BACKUPS}restoring.ts`, title: 'a wrong passphrase says so' }, [
    [
      'backups: the passphrase is checked',
      "if (!isGenuine(header, keys)) return refuse(text('backup.wrongPassphrase'))",
      '',
    ],
  ]),
  ...guardsOf({ ...OPS, file: 'src/outbox/engine/guard.ts', title: 'never sent by itself' }, [
    [
      'backups: nothing is sent unasked',
      'return op.restoredAt !== undefined && op.confirmed === null',
      'return op.restoredAt === 0 && op.confirmed === null',
    ],
  ]),
  ...guardsOf({ ...OPS, file: 'src/device-backup/op-moves.ts', title: 'sends nothing by itself, even' }, [
    [
      'backups: a file does not confirm',
      '...{ question: null, confirmed: null, restoredAt: now },',
      '...{ question: null },',
    ],
  ]),
  ...guardsOf(
    {
      row: 'Backups',
      file: 'src/device-backup/row-checks.ts',
      test: 'test/src/device-backup/import-device.test.ts',
      title: 'an op ',
    },
    [
      [
        'backups: ids that are headers',
        "typeof value === 'string' && /^[\\w-]{1,100}$/.test(value)",
        "typeof value === 'string'",
      ],
    ],
  ),
]
