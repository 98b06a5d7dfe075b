import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { autostartFile, autostartItem, startedProgram } from '../../../../electron/shell/login/login-item.ts'
import { realDisk } from '../../../../electron/storage/disk.ts'

vi.mock('electron', () => ({ app: {} }))

it.each([
  [{}, '/opt/clarion', null, ['/opt/clarion']],
  [{ APPIMAGE: '/home/me/C.AppImage' }, '/tmp/.mount/clarion', null, ['/home/me/C.AppImage']],
  [{ PORTABLE_EXECUTABLE_FILE: 'D:\\C.exe' }, 'C:\\temp\\c.exe', null, ['D:\\C.exe']],
  [{ APPIMAGE: '' }, '/opt/clarion', null, ['/opt/clarion']],
  [{}, '/electron', '/project', ['/electron', '/project']],
])('startedProgram with %j is %j', (env, execPath, appPath, expected) => {
  expect(startedProgram(env, execPath, appPath)).toEqual(expected)
})

it.each([
  [{}, '/home/me/.config/autostart/clarion.desktop'],
  [{ XDG_CONFIG_HOME: '/cfg' }, '/cfg/autostart/clarion.desktop'],
  [{ XDG_CONFIG_HOME: 'cfg' }, '/home/me/.config/autostart/clarion.desktop'],
])('autostartFile with %j is %s', (env, expected) => {
  expect(autostartFile(env, '/home/me')).toBe(expected)
})

it('an autostart file appears whole, follows the setting, and is gone when turned off', () => {
  const home = mkdtempSync(join(tmpdir(), 'clarion-login-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const path = autostartFile({}, home)
  const item = autostartItem(path, ['/opt/clarion'], realDisk)
  expect(item.isOn()).toBe(false)
  item.set({ isOn: true, isHidden: true })
  expect(readdirSync(join(home, '.config/autostart'))).toEqual(['clarion.desktop'])
  expect(readFileSync(path, 'utf8')).toContain('Exec="/opt/clarion" --hidden\n')
  expect(item.isOn()).toBe(true)
  // The user turns it off in the desktop's settings.
  writeFileSync(path, readFileSync(path, 'utf8').replace('enabled=true', 'enabled=false'))
  expect(item.isOn()).toBe(false)
  item.set({ isOn: true, isHidden: false })
  expect(item.isOn()).toBe(true)
  item.set({ isOn: false, isHidden: false })
  expect(item.isOn()).toBe(false)
})

it('an autostart file that cannot be read counts as off, and setting it fails', () => {
  const broken = {
    ...realDisk,
    read: () => {
      throw new Error('EACCES')
    },
  }
  const item = autostartItem('/x/clarion.desktop', ['/opt/clarion'], broken)
  expect(item.isOn()).toBe(false)
  expect(() => item.set({ isOn: true, isHidden: true })).toThrow('EACCES')
})
