import { describe, expect, it } from 'vitest'
import { findSystemScript, type Run } from '../../../electron/network/system-script.ts'

const PAC = 'http://pac.example.com/proxy.pac'
const SCUTIL = `<dictionary> {
  ProxyAutoConfigEnable : 1
  ProxyAutoConfigURLString : ${PAC}
}`
const REG = `\r\nHKEY_CURRENT_USER\\Software\\X\r\n    AutoConfigURL    REG_SZ    ${PAC}\r\n\r\n`

/** Programs by their arguments. Every other fails. */
function programs(outputs: Readonly<Record<string, string>>): Run {
  return async (file, args) => outputs[[file.split(/[\\/]/).at(-1), ...args].join(' ')] ?? null
}

const gsettings = (mode: string, url = '') =>
  programs({
    'gsettings get org.gnome.system.proxy mode': `'${mode}'\n`,
    'gsettings get org.gnome.system.proxy autoconfig-url': `'${url}'\n`,
  })
const kde = (kind: string) =>
  programs({
    'kreadconfig5 --file kioslaverc --group Proxy Settings --key ProxyType': `${kind}\n`,
    'kreadconfig5 --file kioslaverc --group Proxy Settings --key Proxy Config Script': `${PAC}\n`,
  })
const GNOME = { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }

describe('findSystemScript', () => {
  it.each<[string, string, Readonly<Record<string, string>>, Run, string | null]>([
    ['macOS', 'darwin', {}, programs({ 'scutil --proxy': SCUTIL }), PAC],
    [
      'macOS, switched off',
      'darwin',
      {},
      programs({ 'scutil --proxy': SCUTIL.replace('Enable : 1', 'Enable : 0') }),
      null,
    ],
    ['macOS, without the program', 'darwin', {}, programs({}), null],
    [
      'Windows',
      'win32',
      {},
      async (file, args) => (file.endsWith('reg.exe') && args.includes('AutoConfigURL') ? REG : null),
      PAC,
    ],
    ['Windows, without a script', 'win32', {}, programs({}), null],
    ['GNOME', 'linux', GNOME, gsettings('auto', PAC), PAC],
    ['GNOME, with discovery', 'linux', GNOME, gsettings('auto'), null],
    ['GNOME, with a fixed proxy', 'linux', { ...GNOME, auto_proxy: PAC }, gsettings('manual'), null],
    ['GNOME, with a variable', 'linux', { ...GNOME, auto_proxy: PAC }, gsettings('none'), PAC],
    ['KDE', 'linux', { XDG_CURRENT_DESKTOP: 'KDE' }, kde('2'), PAC],
    ['KDE, with a fixed proxy', 'linux', { XDG_CURRENT_DESKTOP: 'KDE' }, kde('1'), null],
    ['no desktop, with a variable', 'linux', { auto_proxy: PAC }, programs({}), PAC],
    ['no desktop', 'linux', {}, programs({}), null],
    ['an address that is none', 'linux', { auto_proxy: 'javascript:1' }, programs({}), null],
  ])('on %s', async (_name, platform, env, run, address) =>
    expect(await findSystemScript(platform, env, run)).toBe(address),
  )
})
