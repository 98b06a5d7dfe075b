import { guardsOf } from '../../scripts/guard-rules.mjs'

const BRIDGE = 'test/electron/bridge.test.ts'
const BASE_URL = { file: 'electron/accounts/base-url.ts', test: 'test/electron/accounts/base-url.test.ts' }
const CLIENT = { file: 'electron/api/client.ts', test: 'test/electron/api/client.test.ts' }
const FACTS = { file: 'electron/storage/error-facts.ts', test: 'test/electron/storage/error-facts.test.ts' }

/** What keeps the API key in the main process. */
export const KEY = [
  ...guardsOf({ row: 'One direction', file: 'electron/accounts/workspaces.ts', test: BRIDGE, title: 'readSession' }, [
    ['the key is in no answer', '...(isKeyUnreadable &&', 'apiKey: this.#keys.get(id), ...(isKeyUnreadable &&'],
  ]),
  ...guardsOf(
    {
      row: 'One direction',
      file: 'electron/accounts/provision.ts',
      test: 'test/electron/start.test.ts',
      title: 'from the environment',
    },
    [['the key leaves the environment', "delete env['CLARION_API_KEY']", '']],
  ),
  ...guardsOf({ row: 'One direction', ...CLIENT, title: 'never contains the key' }, [
    ['the key leaves error messages', '    secret: reading.account.apiKey,\n', ''],
  ]),
  ...guardsOf({ row: 'The log', ...FACTS }, [
    ['log: codes of a fixed list', "typeof code === 'string' && CODES.has(code)", "typeof code === 'string'"],
    ['log: scripts of ours only', 'return existsSync(join(APP_FOLDER, path)) ?', 'return path !== null ?'],
  ]),
  ...guardsOf(
    { row: 'One direction', file: 'electron/door.ts', test: 'test/electron/door.test.ts', title: 'no secrets' },
    [['log: no text of a handler’s error', '...errorFactsOf(error) })', 'why: String(error) })']],
  ),

  ...guardsOf({ row: 'Destination', ...BASE_URL }, [
    ['https', "if (url.protocol === 'http:' && !isThisMachine(url.hostname))", 'if (url.protocol === null)'],
    [
      'http: this computer only',
      String.raw`/^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)`,
      String.raw`/^127\./.test(hostname) || /^1\d\d\./.test(hostname)`,
    ],
    ['http: localhost in full', "hostname === 'localhost'", "hostname.startsWith('localhost')"],
    ['no user name', "if (url.username !== '' || url.password !== '')", 'if (url.username === null)'],
    ['no query', "if (url.search !== '' || url.hash !== '' || /[?#]/.test(written))", 'if (url.search === null)'],
    ['no other scheme', "if (url.protocol !== 'https:' && url.protocol !== 'http:')", 'if (url.protocol === null)'],
  ]),
  ...guardsOf({ row: 'Destination', ...CLIENT, title: 'follows no redirect' }, [
    ['redirects are not followed', "redirect: 'manual'", "redirect: 'follow'"],
  ]),
  ...guardsOf(
    { row: 'Destination', file: 'electron/accounts/connect.ts', test: 'test/electron/accounts/connect.test.ts' },
    [
      [
        'the page’s address is checked',
        'if (!checked.ok) return refuse(checked.why)',
        "if (!checked.ok) return refuse('')",
      ],
    ],
  ),

  ...guardsOf({ row: 'TLS', file: 'electron/main.ts', test: 'test/electron/start.test.ts', title: 'weaken TLS' }, [
    ['TLS variables are removed at the start', 'keepTlsOn(process.env)', ''],
  ]),
  ...guardsOf(
    { row: 'TLS', file: 'electron/guards/environment.ts', test: 'test/electron/guards/environment.test.ts' },
    [
      ...['NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'SSLKEYLOGFILE'].map(
        (name) => /** @type {const} */ ([`without ${name}`, `  '${name}',\n`, '']),
      ),
      ['TLS variables in any capitals', 'name.toUpperCase()', 'name'],
    ],
  ),

  ...guardsOf(
    { row: 'At rest', file: 'electron/accounts/api-key.ts', test: 'test/electron/accounts/api-key.test.ts' },
    [
      ['no unprotected key', "|| backend === 'basic_text'", ''],
      ['no fixed password', "=== 'v10'", "=== 'v00'"],
    ],
  ),
  ...guardsOf(
    { row: 'At rest', file: 'electron/accounts/workspaces.ts', test: 'test/electron/accounts/workspaces.test.ts' },
    [['damaged copies are forgotten', 'this.#file.forgetDamaged()', '']],
  ),
  ...guardsOf(
    {
      row: 'One account, one database',
      file: 'electron/accounts/connect.ts',
      test: 'test/electron/accounts/connect.test.ts',
    },
    [
      ['a key of the same account', 'return isSameAccount.value\n', 'return true\n'],
      ['the same server', 'workspace.baseUrl === account.baseUrl ?', 'workspace.baseUrl !== null ?'],
    ],
  ),
  ...guardsOf(
    {
      row: 'One account, one database',
      file: 'electron/accounts/key-print.ts',
      test: 'test/electron/accounts/found-workspaces.test.ts',
      title: 'the key print',
    },
    [['each print has its own salt', 'randomBytes(SALT_BYTES)', 'Buffer.alloc(SALT_BYTES)']],
  ),
]
