import { guardsOf } from '../../scripts/guard-rules.mjs'

const ROWS = { row: 'Rows at rest', test: 'test/src/db/sealing/seal-tables.test.ts' }
const SEALER = { row: 'Rows at rest', file: 'src/db/sealing/sealer.ts', test: 'test/src/db/sealing/sealer.test.ts' }
const SEAL = { ...ROWS, file: 'src/db/sealing/seal.ts' }
const FIELDS = { ...ROWS, file: 'src/db/sealing/fields.ts', title: 'stores nothing personal in plain' }

/** What keeps customer data unreadable on the disk. */
export const ROWS_AT_REST = [
  ...guardsOf({ ...ROWS, file: 'src/db/sealing/seal-tables.ts', title: 'stores nothing personal' }, [
    ['rows: sealed when written', 'values: request.values.map((row: Row) => seal(row))', 'values: request.values'],
  ]),
  ...guardsOf(SEAL, [
    ['rows: a field without a rule', "table.fields[field] ?? 'sealed'", "table.fields[field] ?? 'plain'"],
    ['rows: bound to their key', 'table.place(row)}', 'VERSION}'],
  ]),
  ...guardsOf(FIELDS, [
    ['rows: unknown channels', 'channel: isOneOf(CHANNELS)', "channel: 'plain'"],
    ['rows: unknown states', 'status: isOneOf(STATUSES)', "status: 'plain'"],
    ['rows: subjects', "subject: 'sealed'", "subject: 'plain'"],
    ['rows: texts of drafts', "updatedAt: 'plain', text: 'sealed', caret", "updatedAt: 'plain', text: 'plain', caret"],
    ['rows: messages', "messages: 'sealed'", "messages: 'plain'"],
    ['rows: what the server complained about', "failure: 'sealed'", "failure: 'plain'"],
    ['rows: words that a snooze knows', "snooze: 'sealed'", "snooze: 'plain'"],
  ]),
  ...guardsOf({ ...FIELDS, test: 'test/e2e/canaries.test.ts', title: 'nothing personal is readable', project: 'e2e' }, [
    [
      'rows: no readable note in any file',
      "updatedAt: 'plain', text: 'sealed' }",
      "updatedAt: 'plain', text: 'plain' }",
    ],
  ]),
  ...guardsOf({ ...ROWS, file: 'src/db/sealing/conversation-parts.ts', title: 'stores nothing personal' }, [
    ['rows: unknown senders', 'PLAIN_SENDERS.has(sender)', "typeof sender === 'string'"],
    ['rows: tags', '.map(sealer.sealLabel)', '.map(String)'],
  ]),
  ...guardsOf(SEALER, [
    ['rows: authenticated', 'nonce, toBytes(place)).encrypt', 'nonce).encrypt'],
    ['rows: hashes under a key', "derive('index', 32)", 'new Uint8Array(32)'],
    [
      'rows: a new nonce each time',
      'crypto.getRandomValues(new Uint8Array(NONCE_BYTES))',
      'new Uint8Array(NONCE_BYTES)',
    ],
  ]),
  ...guardsOf({ ...ROWS, file: 'src/db/open-database.ts', title: 'refuses a wrong key' }, [
    ['rows: a wrong key is refused', "if (!(await hasRightKey(db))) return 'wrong-key'", 'await hasRightKey(db)'],
  ]),
]
