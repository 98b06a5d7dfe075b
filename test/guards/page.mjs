import { guardsOf } from '../../scripts/guard-rules.mjs'

const ASSETS = 'test/electron/guards/assets.test.ts'
const PAGE_GUARDS = { file: 'electron/guards/page-guards.ts', test: 'test/electron/guards/page-guards.test.ts' }
const START = { test: 'test/electron/start.test.ts' }

/** Directives in their order in the policy. Only the last is not in the policy of development too. */
const DENIED = ['form-action', 'frame-src', 'object-src', 'base-uri', 'frame-ancestors']

/** @returns {readonly [string, string, string]} */
function withoutDirective(name, later) {
  const lines = [name, ...later].map((one) => `    "${one} 'none'",\n`)
  return [`CSP: ${name}`, lines.join(''), lines.slice(1).join('')]
}

/** What keeps the page in its place. */
export const PAGE = [
  ...guardsOf({ row: 'Own origin', file: 'electron/guards/assets.ts', test: ASSETS, title: 'finds nothing for' }, [
    ['assets: own origin only', 'if (!url.startsWith(START_URL)) return null', ''],
    ['assets: the address is not decoded', '?? null\n', '?? manifest.get(`/${decodeURI(path)}`) ?? null\n'],
    [
      'assets: files of the list only',
      'if (asset === null) return refuse(404)',
      "if (asset === null) return new Response('')",
    ],
  ]),
  ...guardsOf({ row: 'Own origin', file: 'electron/guards/assets.ts', test: ASSETS, title: 'rejects' }, [
    ['assets: GET only', "if (method !== 'GET') return refuse(405)", ''],
    ['nosniff on a refusal', "{ 'x-content-type-options': 'nosniff' }", '{}'],
  ]),
  ...guardsOf(
    { row: 'Own origin', file: 'electron/guards/assets.ts', test: ASSETS, title: 'a response of the asset' },
    [
      ['nosniff on a file', "    'x-content-type-options': 'nosniff',\n", ''],
      ['opener policy', "    'cross-origin-opener-policy': 'same-origin',\n", ''],
      ['resource policy', "    'cross-origin-resource-policy': 'same-origin',\n", ''],
      ['referrer policy', "    'referrer-policy': 'no-referrer',\n", ''],
      ['CSP: sent at all', "    'content-security-policy': contentSecurityPolicy(nonce),\n", ''],
      ['CSP: a new nonce for each load', "randomBytes(16).toString('base64')", "'AAAAAAAAAAAAAAAAAAAAAA=='"],
    ],
  ),
  ...guardsOf(
    { row: 'Own origin', file: 'electron/guards/origin.ts', test: 'test/electron/guards/navigation.test.ts' },
    [['origin: the host ends', 'return url.startsWith(START_URL)', 'return url.startsWith(ORIGIN)']],
  ),
  ...guardsOf({ row: 'Own origin', file: 'electron/main.ts', ...START, title: 'no privilege' }, [
    ['scheme without CSP bypass', 'secure: true,', 'secure: true, bypassCSP: true,'],
  ]),

  ...guardsOf({ row: 'No Node in the page', file: 'electron/main.ts', ...START, title: 'into the sandbox' }, [
    ['enableSandbox', 'app.enableSandbox()', 'void 0'],
  ]),
  ...guardsOf({ row: 'No Node in the page', file: 'electron/window.ts', ...START, title: 'without Node' }, [
    ['sandbox', 'sandbox: true', 'sandbox: false'],
    ['contextIsolation', 'contextIsolation: true', 'contextIsolation: false'],
    ['nodeIntegration', 'nodeIntegration: false', 'nodeIntegration: true'],
    ['nodeIntegrationInWorker', 'nodeIntegrationInWorker: false', 'nodeIntegrationInWorker: true'],
    ['nodeIntegrationInSubFrames', 'nodeIntegrationInSubFrames: false', 'nodeIntegrationInSubFrames: true'],
    ['webviewTag', 'webviewTag: false', 'webviewTag: true'],
    ['webSecurity', 'webSecurity: true', 'webSecurity: false'],
  ]),
  ...guardsOf({ row: 'No Node in the page', file: 'electron/shell/surface.ts', test: 'test/architecture.test.ts' }, [
    [
      'one place that creates windows',
      'export function makeSurface',
      'export const another = (): unknown => new BrowserWindow()\nexport function makeSurface',
    ],
  ]),

  ...guardsOf(
    { row: 'Content security policy', file: 'electron/guards/csp.ts', test: ASSETS, title: 'has exactly the policy' },
    [
      [
        'CSP: default-src',
        'export function contentSecurityPolicy(nonce: string): string {\n  return [\n    "default-src \'none\'",',
        'export function contentSecurityPolicy(nonce: string): string {\n  return [',
      ],
      ['CSP: script-src', `"script-src 'self'",`, `"script-src 'self' 'unsafe-inline'",`],
      ['CSP: style-src', "`style-src 'self' 'nonce-${nonce}'`", `"style-src 'self' 'unsafe-inline'"`],
      ['CSP: connect-src', `    "connect-src 'none'",\n`, ''],
      ['CSP: worker-src', `"worker-src 'self'",`, `"worker-src 'self' blob:",`],
      ['CSP: frame-ancestors', `    "frame-ancestors 'none'",\n`, ''],
      ['CSP: Trusted Types', `    "require-trusted-types-for 'script'",\n`, ''],
      ['CSP: img-src', "'nonce-${nonce}'`,\n    \"img-src 'self' data:\",", "'nonce-${nonce}'`,"],
      ['CSP: font-src', `"font-src 'self'",\n    "connect-src 'none'"`, `"connect-src 'none'"`],
      ...DENIED.slice(0, -1).map((name, index) => withoutDirective(name, DENIED.slice(index + 1))),
    ],
  ),

  ...guardsOf({ row: 'Request filter', ...PAGE_GUARDS, title: 'another origin' }, [
    ['webRequest wall', 'cancel: !isAllowed', 'cancel: false'],
  ]),
  ...guardsOf(
    { row: 'Request filter', file: 'electron/guards/navigation.ts', test: 'test/electron/guards/navigation.test.ts' },
    [
      ['requests: own origin only', 'return devOrigin !== null &&', 'return devOrigin === null ||'],
      ['requests: only Vite in development', '&& originOf(url) === devOrigin', ''],
    ],
  ),
  ...guardsOf({ row: 'Request filter', file: 'electron/shell/serve-page.ts', ...START, title: 'guards every page' }, [
    ['the window’s session is guarded', 'guardSession(page, devOrigin, log, requestPolicy)', 'undefined'],
  ]),
  ...guardsOf({ row: 'Request filter', file: 'electron/shell/serve-page.ts', ...START, title: 'default session' }, [
    [
      'the default session is guarded',
      'guardSession(session.defaultSession, devOrigin, log, () => false)',
      'undefined',
    ],
    ['nothing loads in the default session', 'log, () => false)', 'log, requestPolicy)'],
  ]),
  ...guardsOf({ row: 'Own partition', file: 'electron/window.ts', ...START, title: 'without Node' }, [
    ['the window has its own partition', ', partition: PAGE_PARTITION }', ' }'],
  ]),
  ...guardsOf({ row: 'Own partition', file: 'electron/storage/partition.ts', ...START, title: 'without Node' }, [
    ['the partition stays on the disk', '`persist:${NAME}`', 'NAME'],
  ]),

  ...guardsOf({ row: 'No network', ...PAGE_GUARDS }, [
    ['no names and no addresses: applied', 'app.commandLine.appendSwitch(name, value)', ''],
    ['WebRTC policy: applied', 'contents.setWebRTCIPHandlingPolicy(WEB_RTC_POLICY)', ''],
    ['proxy: applied', 'await session.setProxy(proxyOf(devOrigin))', ''],
  ]),
  ...guardsOf(
    {
      row: 'No network',
      file: 'electron/guards/page-network.ts',
      test: 'test/electron/guards/page-network.test.ts',
    },
    [
      ['no names and no addresses', '`MAP * ~NOTFOUND${vite}`', '`MAP * 127.0.0.1${vite}`'],
      ['WebRTC policy', "'disable_non_proxied_udp'", "'default'"],
      ['proxy', 'proxyRules: NOWHERE', "proxyRules: 'direct://'"],
      ['proxy: also for this computer', '`<-loopback>${vite}`', '`${vite}`'],
    ],
  ),

  ...guardsOf(
    { row: 'Permissions', file: 'electron/guards/permissions.ts', test: 'test/electron/guards/permissions.test.ts' },
    [['no permission', 'return false', "return _name === 'notifications'"]],
  ),
  ...guardsOf({ row: 'Permissions', ...PAGE_GUARDS, title: 'permission' }, [
    ['permission requests', 'session.setPermissionRequestHandler(', 'void ('],
    ['permission checks', 'session.setPermissionCheckHandler(', 'void ('],
  ]),
  ...guardsOf({ row: 'Permissions', ...PAGE_GUARDS, title: 'grants no device' }, [
    ['devices', 'setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)'],
  ]),

  ...guardsOf({ row: 'Navigation', ...PAGE_GUARDS }, [
    ['navigation', "contents.on('will-navigate'", "contents.on('did-navigate'"],
    ['redirects', "contents.on('will-redirect'", "contents.on('did-redirect-navigation'"],
    ['navigation of frames', "contents.on('will-frame-navigate'", "contents.on('did-frame-navigate'"],
    ['no frame navigates', 'if (isMainFrame && navigationPolicy(url)) return', 'if (navigationPolicy(url)) return'],
    ['new windows', "return { action: 'deny' }", "return { action: 'allow' }"],
    ['webviews', "contents.on('will-attach-webview'", "contents.on('did-attach-webview'"],
    ['downloads', "session.on('will-download'", "session.on('spellcheck-dictionary-initialized'"],
  ]),
  ...guardsOf(
    { row: 'Navigation', file: 'electron/guards/navigation.ts', test: 'test/electron/guards/navigation.test.ts' },
    [
      [
        'navigation: a reload only',
        'return url === START_URL || url.startsWith(`${START_URL}#`)',
        'return isOurUrl(url)',
      ],
    ],
  ),
  ...guardsOf({ row: 'Navigation', file: 'electron/main.ts', ...START, title: 'guards every page' }, [
    ['every page is guarded', 'guardPages(devOrigin, log)', ''],
  ]),

  ...guardsOf({ row: 'Spelling', file: 'electron/shell/spelling.ts', test: 'test/electron/shell/spelling.test.ts' }, [
    ['no dictionaries of a third party', "return platform === 'darwin'", 'return platform !== null'],
    ['the spelling checker is off', 'session.setSpellCheckerEnabled(false)', ''],
    ['spelling has no language', 'session.setSpellCheckerLanguages([])', ''],
  ]),
]
