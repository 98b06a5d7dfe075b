import { afterEach, expect, it } from 'vitest'
import { bytesWords, keptWords } from '../../../src/settings/data-words.ts'
import { statusText } from '../../../src/settings/updates-section.tsx'
import { setSystemLocale, systemLocale } from '../../../src/shared/region/locale.ts'
import { stepZoom } from '../../../src/shared/zoom.ts'
import { zoomWords } from '../../../src/settings/zoom.ts'

it.each([
  [0, '1 kB'],
  [345_600, '346 kB'],
  [1_250_000, '1.3 MB'],
  [48_200_000, '48 MB'],
  [2_340_000_000, '2.3 GB'],
])('bytesWords writes %i bytes as %s', (bytes, text) => {
  expect(bytesWords(bytes)).toBe(text)
})

const locale = systemLocale()
afterEach(() => setSystemLocale(locale))

it('bytesWords writes decimals by the system’s region', () => {
  setSystemLocale({ ...locale, numbers: 'de-DE' })
  expect(bytesWords(2_340_000_000)).toBe('2,3 GB')
})

const NONE = { messages: 0, conversations: 0, changes: 0 }

it.each([
  [NONE, 0, 'You have no unsent messages or drafts.'],
  [NONE, 1, 'You’ll keep 1 draft.'],
  [{ ...NONE, messages: 1 }, 0, 'You’ll keep 1 message not sent yet.'],
  [{ ...NONE, messages: 2, changes: 1 }, 3, 'You’ll keep 2 messages and 1 change not sent yet and 3 drafts.'],
])('keptWords names what clearing keeps: %j and %i drafts', (unsent, drafts, text) => {
  expect(keptWords(unsent, drafts)).toBe(text)
})

it.each([
  [0, '100%'],
  [0.5, '110%'],
  [-1, '83%'],
])('zoomWords writes level %d as %s', (level, text) => {
  expect(zoomWords(level)).toBe(text)
})

it('stepZoom stays between the smallest and the largest level', () => {
  expect([stepZoom(0, 'in'), stepZoom(5, 'in'), stepZoom(9, 'in')]).toEqual([0.5, 5, 5])
  expect([stepZoom(0, 'out'), stepZoom(-3, 'out'), stepZoom(-9, 'out')]).toEqual([-0.5, -3, -3])
  expect(stepZoom(4.5, 'reset')).toBe(0)
})

it.each([
  [
    'proxy.example:3128',
    'Couldn’t reach the update server: the proxy asks for a name and password (proxy.example:3128).',
  ],
  [null, 'Couldn’t reach the update server: the proxy asks for a name and password.'],
])('statusText names the proxy that kept an update away: %s', (proxy, words) => {
  expect(statusText({ phase: 'failed', problem: 'proxy', trouble: 'PROXY_LOGIN', proxy, at: 0 }, 0)).toBe(words)
})
