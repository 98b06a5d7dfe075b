import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkError } from '../../../electron/network/network-error.ts'
import { plainNotes } from '../../../electron/updates/plain-notes.ts'
import { UpdateError, updateFailureOf } from '../../../electron/updates/update-problem.ts'
import { firstCheckDelay, mayInstallAtQuit, nextCheckDelay } from '../../../electron/updates/update-schedule.ts'
import { feedAddress, feedInBuild, updateWay } from '../../../electron/updates/update-way.ts'
import { NETWORK_TROUBLES } from '../../../src/shared/network/network-trouble.ts'

const FEED = 'https://updates.example.com/'
const PACKAGED = { env: {}, isPackaged: true, packageType: '', feed: FEED, isOffByPolicy: false }

it.each([
  ['an AppImage', { platform: 'linux', env: { APPIMAGE: '/a' } }, { way: 'app-image' }],
  ['a deb', { platform: 'linux', packageType: 'deb' }, { off: 'package-manager' }],
  [
    'a deb in a terminal that is an AppImage',
    { platform: 'linux', packageType: 'deb', env: { APPIMAGE: '/a' } },
    { off: 'package-manager' },
  ],
  ['an rpm', { platform: 'linux', packageType: 'rpm' }, { off: 'package-manager' }],
  ['a Flatpak', { platform: 'linux', env: { FLATPAK_ID: 'app' } }, { off: 'package-manager' }],
  ['a Snap', { platform: 'linux', env: { SNAP: '/snap' } }, { off: 'package-manager' }],
  ['a tar.gz', { platform: 'linux' }, { off: 'archive' }],
  ['the Windows installer', { platform: 'win32' }, { way: 'nsis' }],
  ['the portable program', { platform: 'win32', env: { PORTABLE_EXECUTABLE_FILE: 'C:\\c.exe' } }, { off: 'portable' }],
  ['macOS', { platform: 'darwin' }, { way: 'mac' }],
  ['a policy', { platform: 'darwin', isOffByPolicy: true }, { off: 'policy' }],
  ['a build without a feed', { platform: 'win32', feed: null }, { off: 'no-feed' }],
  ['a deb without a feed', { platform: 'linux', packageType: 'deb', feed: null }, { off: 'package-manager' }],
  ['development', { platform: 'linux', isPackaged: false, feed: null }, { off: 'development' }],
] as const)('updateWay of %s', (_name, installation, way) => {
  expect(updateWay({ ...PACKAGED, ...installation })).toEqual(way)
})

it.each([
  [['https://policy.example/', FEED], 'https://policy.example/'],
  [[null, FEED], FEED],
  [['http://policy.example/', FEED], FEED],
  [['file:///etc', null], null],
  [['https://user:secret@updates.example/', null], null],
  [['not an address'], null],
  [['http://127.0.0.1:99/'], 'http://127.0.0.1:99/'],
  [['http://localhost.evil.example/'], null],
] as const)('feedAddress of %j is %s', (addresses, feed) => expect(feedAddress(addresses)).toBe(feed))

it('feedInBuild reads what electron-builder writes', () => {
  expect(feedInBuild(`provider: generic\nurl: ${FEED}\nupdaterCacheDirName: clarion-updater\n`)).toBe(FEED)
  expect(feedInBuild(`url: '${FEED}'\n`)).toBe(FEED)
  expect(feedInBuild('')).toBeNull()
})

it('checks are spread over minutes after the start and over hours of the day', () => {
  const [first, last] = [() => 0, () => 0.999_999]
  expect([firstCheckDelay(first), firstCheckDelay(last)]).toEqual([30_000, 150_000])
  expect([nextCheckDelay(first), nextCheckDelay(last)].map((ms) => Math.round(ms / 3_600_000))).toEqual([22, 26])
})

describe('mayInstallAtQuit', () => {
  const quit = { isReady: true, isSessionEnding: false, unsentCount: 0, wasNamed: false }
  it.each([
    ['installs', quit, true],
    ['has nothing to install', { ...quit, isReady: false }, false],
    ['doesn’t start as the session ends', { ...quit, isSessionEnding: true }, false],
    ['waits while something unsent wasn’t named', { ...quit, unsentCount: 1 }, false],
    ['installs after it was named', { ...quit, unsentCount: 1, wasNamed: true }, true],
    ['doesn’t install in a session’s end even then', { ...quit, wasNamed: true, isSessionEnding: true }, false],
  ])('%s', (_name, how, may) => expect(mayInstallAtQuit(how)).toBe(may))
})

describe('plainNotes', () => {
  it.each([
    ['plain text', 'One\r\nTwo', 'One\nTwo'],
    ['HTML', '<h2>New</h2><ul><li>A &amp; B</li><li>C</li></ul>', 'New\n\n• A & B\n• C'],
    ['a script', 'a<script>alert(1)</script>b', 'ab'],
    ['a script without an end', 'a<script>alert(1)', 'a'],
    ['an image', '<img src=x onerror=alert(1)>Hi', 'Hi'],
    ['a tag without an end', 'Hi <img src=x onerror=alert(1)', 'Hi'],
    ['markup in entities', '&lt;img src=x&gt;', '<img src=x>'],
    ['a comparison', 'a < b', 'a < b'],
    ['overrides', 'a\u202eb\u0000c', 'abc'],
    ['several versions', [{ version: '2', note: 'B' }, { version: '1', note: 'A' }, null], 'B\n\nA'],
    ['nothing', null, ''],
    ['a number', 7, ''],
  ])('of %s', (_name, notes, plain) => expect(plainNotes(notes)).toBe(plain))

  it('are short, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (notes) => plainNotes(notes).length <= 4_000))
    expect(plainNotes('x'.repeat(1_000_000))).toHaveLength(4_000)
  })
})

it.each([
  ['ENOTFOUND', 'offline'],
  ['ETIMEDOUT', 'timeout'],
  ['HTTP_ERROR_404', 'not-found'],
  ['HTTP_ERROR_503', 'server'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['ERR_CHECKSUM_MISMATCH', 'damaged'],
  ['ERR_UPDATER_INVALID_SIGNATURE', 'signature'],
  ['ENOSPC', 'disk-full'],
  ['EROFS', 'no-permission'],
  ['constructor', 'other'],
  ['', 'other'],
])('updateFailureOf %s is %s', (code, problem) => {
  expect(updateFailureOf(Object.assign(new Error('x'), { code }))).toEqual({ problem })
})

it.each(NETWORK_TROUBLES)('updateFailureOf names the proxy after %s', (trouble) => {
  const error = new TypeError('fetch failed', { cause: networkError(trouble, 'proxy.example:3128') })
  expect(updateFailureOf(error)).toEqual({ problem: 'proxy', trouble, proxy: 'proxy.example:3128' })
  expect(updateFailureOf(networkError(trouble))).toEqual({ problem: 'proxy', trouble, proxy: null })
})

it('updateFailureOf never throws, and knows our own errors', () => {
  for (const thrown of [null, 'text', new Error('ENOSPC')])
    expect(updateFailureOf(thrown)).toEqual({ problem: 'other' })
  expect(updateFailureOf(new UpdateError('CLARION_TOO_LARGE'))).toEqual({ problem: 'too-large' })
})
