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
  ])('gives the refused switch --%s', (name) => {
    expect(refusedSwitch((given) => given === name)).toBe(name)
  })

  it.each(['user-data-dir', 'disable-gpu', 'lang', 'password-store', 'ozone-platform', 'force-device-scale-factor'])(
    'allows --%s',
    (name) => {
      expect(refusedSwitch((given) => given === name)).toBeNull()
    },
  )

  // Electron sets this switch itself, so refusing it would refuse every start.
  it('allows switches that Electron adds', () => {
    expect(refusedSwitch((given) => given === 'allow-file-access-from-files')).toBeNull()
  })
})
