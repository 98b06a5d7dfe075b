import { describe, expect, it } from 'vitest'
import { refusedSwitch } from '../../../electron/guards/switches.ts'

const PLATFORMS = ['linux', 'darwin', 'win32'] as const

describe('refusedSwitch', () => {
  it.each([
    ['--remote-debugging-port=0', '--remote-debugging-port'],
    ['--remote-debugging-pipe', '--remote-debugging-pipe'],
    ['--inspect', '--inspect'],
    ['--inspect-brk=9229', '--inspect-brk'],
    ['--js-flags=--expose-gc', '--js-flags'],
    ['--no-sandbox', '--no-sandbox'],
    ['--disable-seccomp-filter-sandbox', '--disable-seccomp-filter-sandbox'],
    ['--disable-setuid-sandbox', '--disable-setuid-sandbox'],
    ['--disable-namespace-sandbox', '--disable-namespace-sandbox'],
    ['--disable-gpu-sandbox', '--disable-gpu-sandbox'],
    ['--allow-sandbox-debugging', '--allow-sandbox-debugging'],
    ['--no-zygote', '--no-zygote'],
    ['--no-zygote-sandbox', '--no-zygote-sandbox'],
    ['--zygote-cmd-prefix=gdb', '--zygote-cmd-prefix'],
    ['--renderer-cmd-prefix=gdb --args', '--renderer-cmd-prefix'],
    ['--gpu-launcher=sh', '--gpu-launcher'],
    ['--single-process', '--single-process'],
    ['--in-process-gpu', '--in-process-gpu'],
    ['--disable-web-security', '--disable-web-security'],
    ['--ignore-certificate-errors', '--ignore-certificate-errors'],
    ['--host-resolver-rules=', '--host-resolver-rules'],
    ['--proxy-server=localhost', '--proxy-server'],
    ['--force-webrtc-ip-handling-policy=default', '--force-webrtc-ip-handling-policy'],
    ['--log-net-log=/tmp/log', '--log-net-log'],
    ['--ssl-key-log-file=/tmp/keys', '--ssl-key-log-file'],
    ['--enable-logging', '--enable-logging'],
    ['--load-extension=x', '--load-extension'],
    ['--type=renderer', '--type'],
    ['--unknown', '--unknown'],
    // Known switches with a value that is not.
    ['--enable-features=NetworkServiceInProcess', '--enable-features'],
    ['--enable-features=UseOzonePlatform,NetworkServiceInProcess', '--enable-features'],
    ['--enable-features=UseOzonePlatform<Trial', '--enable-features'],
    ['--disable-features=NetworkServiceSandbox', '--disable-features'],
    ['--password-store=detect', '--password-store'],
    ['--ozone-platform=headless', '--ozone-platform'],
    ['--lang=../../x', '--lang'],
    ['--lang', '--lang'],
    ['--user-data-dir', '--user-data-dir'],
    ['--user-data-dir=', '--user-data-dir'],
    ['--disable-gpu=x', '--disable-gpu'],
    // Odd spellings, of which Chromium understands some on each system.
    ['-no-sandbox', '-no-sandbox'],
    ['---no-sandbox', '---no-sandbox'],
    ['--no-sandbox=', '--no-sandbox'],
    ['--no-sandbox=0', '--no-sandbox'],
    ['--NO-SANDBOX', '--NO-SANDBOX'],
    ['--No-Sandbox', '--No-Sandbox'],
    [' --no-sandbox', '--no-sandbox'],
    ['\t--no-sandbox\n', '--no-sandbox'],
    ['--=x', '--'],
    ['-lang=de', '-lang'],
    ['--__proto__=x', '--__proto__'],
    ['--constructor=x', '--constructor'],
  ])('refuses %j on every system and names it', (arg, named) => {
    for (const platform of PLATFORMS) expect(refusedSwitch([arg], platform)).toBe(named)
  })

  it.each([
    '--user-data-dir=/home/me/My profile=2',
    '--lang=pt-BR',
    '--class=clarion-work',
    '--password-store=basic',
    '--password-store=gnome-libsecret',
    '--password-store=kwallet6',
    '--ozone-platform=wayland',
    '--ozone-platform-hint=auto',
    '--enable-features=UseOzonePlatform',
    '--enable-features=UseOzonePlatform,WaylandWindowDecorations',
    '--enable-wayland-ime',
    '--force-device-scale-factor=1.25',
    '--disable-gpu',
    '--force-renderer-accessibility',
    // No switches.
    'clarion://conversation/1',
    'notes --no-sandbox',
    '-',
    '--',
    '',
  ])('allows %j on every system', (arg) => {
    for (const platform of PLATFORMS) expect(refusedSwitch([arg], platform)).toBeNull()
  })

  it.each([
    ['-Embedding', { linux: '-Embedding', darwin: '-Embedding', win32: null }],
    ['/no-sandbox', { linux: null, darwin: null, win32: '/no-sandbox' }],
    ['/REMOTE-DEBUGGING-PORT=0', { linux: null, darwin: null, win32: '/REMOTE-DEBUGGING-PORT' }],
    ['--updated', { linux: '--updated', darwin: '--updated', win32: null }],
    ['-psn_0_12345', { linux: '-psn_0_12345', darwin: null, win32: '-psn_0_12345' }],
    [
      '-psn_0_1 --no-sandbox',
      { linux: '-psn_0_1 --no-sandbox', darwin: '-psn_0_1 --no-sandbox', win32: '-psn_0_1 --no-sandbox' },
    ],
  ] as const)('decides on %s by the system', (arg, expected) => {
    for (const platform of PLATFORMS) expect(refusedSwitch([arg], platform)).toBe(expected[platform])
  })

  it('finds a switch behind allowed ones, and behind the end of the switches', () => {
    expect(refusedSwitch(['--lang=de', 'clarion://x', '--inspect'], 'linux')).toBe('--inspect')
    expect(refusedSwitch(['--', '--inspect'], 'linux')).toBe('--inspect')
  })

  it('cuts a long name, which is shown in a dialog', () => {
    expect(refusedSwitch([`--${'x'.repeat(10_000)}`], 'linux')).toHaveLength(80)
  })
})
