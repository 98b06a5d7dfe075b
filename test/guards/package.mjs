import { guardsOf } from '../../scripts/guard-rules.mjs'

const FUSES = [
  ['runAsNode', false],
  ['enableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  ['grantFileProtocolExtraPrivileges', false],
]

/** What makes the package harder than the app in development. */
export const PACKAGE = [
  ...guardsOf(
    { row: 'Fuses', file: 'electron-builder.yml', test: 'test/electron/fuses.test.ts' },
    FUSES.map(([name, isOn]) => /** @type {const} */ ([`fuse ${name}`, `${name}: ${isOn}`, `${name}: ${!isOn}`])),
  ),
  ...guardsOf({ row: 'Switches', file: 'electron/guards/switches.ts', test: 'test/electron/guards/switches.test.ts' }, [
    ['switches: known ones only', 'if (values === undefined) return false', 'if (values === undefined) return true'],
    ['switches: known values only', 'value !== undefined && values.test(value)', 'value !== undefined'],
    ['switches: no value where none belongs', 'values === null ? value === undefined :', 'values === null ? true :'],
    ['switches: the usual spelling', String.raw`/^--([a-z-]+)(?:=`, String.raw`/^--?([a-z-]+)(?:=`],
    ['switches: with a slash on Windows', "|| (platform === 'win32' && arg.startsWith('/'))", ''],
    [
      'switches: wherever they are',
      'args.map((arg) => arg.trim()).find(',
      'args.slice(0, 1).map((arg) => arg.trim()).find(',
    ],
    ['switches: known features only', String.raw`(?:,(?:UseOzonePlatform|WaylandWindowDecorations))?$/`, '/'],
  ]),
  ...guardsOf(
    { row: 'Switches', file: 'electron/main.ts', test: 'test/electron/start.test.ts', title: 'in a package with' },
    [
      ['a package refuses switches', 'app.isPackaged ? refusedSwitch(', '!app.isPackaged ? refusedSwitch('],
      ['it ends', 'app.exit(1)', 'claimProfileAndStart()'],
    ],
  ),
  ...guardsOf(
    { row: 'Switches', file: 'electron/window.ts', test: 'test/electron/start.test.ts', title: 'without Node' },
    [['no developer tools in a package', 'devTools: hasDevTools', 'devTools: true']],
  ),
  ...guardsOf(
    { row: 'Request filter', file: 'electron/guards/dev-server.ts', test: 'test/electron/guards/dev-server.test.ts' },
    [['no development server in a package', 'return isPackaged || url === undefined', 'return url === undefined']],
  ),
  ...guardsOf(
    { row: 'The Debian package', file: 'scripts/deb/make-deb.mjs', test: 'test/scripts/posix/debian/make-deb.test.ts' },
    [
      ['the sandbox helper has its mode', "chmodSync(join(stage, APP, 'chrome-sandbox'), 0o4755)", ''],
      ['the files belong to root', "'--root-owner-group', ", ''],
      ['only root can write', 'chmodSync(path, modeOf(stat))', 'chmodSync(path, 0o777)'],
    ],
  ),
]
