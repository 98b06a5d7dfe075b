import { expect, it, vi } from 'vitest'
import { linkProgram } from '../../../../electron/shell/links/register-links.ts'

vi.mock('electron', () => ({ app: {} }))

const PACKAGED = { platform: 'win32', isPackaged: true, env: {}, execPath: 'C:\\Clarion.exe', appPath: '/project' }

it.each<[string, Partial<Parameters<typeof linkProgram>[0]>, ReturnType<typeof linkProgram>]>([
  ['Windows, where no switch may follow', {}, { path: 'C:\\Clarion.exe', args: ['--'] }],
  ['macOS', { platform: 'darwin', execPath: '/A' }, { path: '/A', args: [] }],
  ['Linux, where the desktop entry does it', { platform: 'linux' }, null],
  ['a portable program', { env: { PORTABLE_EXECUTABLE_FILE: 'D:\\C.exe' } }, null],
  ['development', { isPackaged: false }, null],
  [
    'development that asks for it',
    { isPackaged: false, execPath: '/e', env: { CLARION_OPEN_LINKS: '1' } },
    { path: '/e', args: ['/project', '--'] },
  ],
  ['a package that asks for it on Linux', { platform: 'linux', env: { CLARION_OPEN_LINKS: '1' } }, null],
])('linkProgram of %s', (_name, parts, expected) => {
  expect(linkProgram({ ...PACKAGED, ...parts })).toEqual(expected)
})
