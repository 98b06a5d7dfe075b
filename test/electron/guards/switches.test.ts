import { describe, expect, it } from 'vitest'
import { refusedSwitch } from '../../../electron/guards/switches.ts'

describe('refusedSwitch', () => {
  it.each([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'inspect',
    'inspect-brk',
    'js-flags',
    'no-sandbox',
    'disable-web-security',
    'ignore-certificate-errors',
    'load-extension',
  ])('refuses --%s, and names it', (name) => {
    expect(refusedSwitch((asked) => asked === name)).toBe(name)
  })

  it.each(['user-data-dir', 'disable-gpu', 'lang', 'password-store', 'ozone-platform', 'force-device-scale-factor'])(
    'lets --%s pass',
    (name) => {
      expect(refusedSwitch((asked) => asked === name)).toBeNull()
    },
  )

  // Electron sets it on itself: refusing it would refuse every start.
  it('lets pass what Electron adds by itself', () => {
    expect(refusedSwitch((asked) => asked === 'allow-file-access-from-files')).toBeNull()
  })
})
