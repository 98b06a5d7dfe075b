import { join } from 'node:path'
import { app, type LoginItemSettings } from 'electron'
import { type Disk, realDisk } from '../../storage/disk.ts'
import { isEntryOn, nextEntry } from './login-entry.ts'

export type LoginWish = {
  readonly isOn: boolean
  /** The start opens no window. macOS takes no such argument: the app then reads its own setting. */
  readonly isHidden: boolean
}

/** Whether the system starts the app at login. The system's own record counts, which users change outside of the app too. */
export interface LoginItem {
  isOn(): boolean
  /** Throws when the system refuses. */
  set(wish: LoginWish): void
}

/** Opens no window at the start. */
export const HIDDEN_SWITCH = '--hidden'

type Env = Readonly<Record<string, string | undefined>>

/** What the system starts. An AppImage and a portable program unpack themselves, and their own file is elsewhere. */
export function startedProgram(env: Env, execPath: string, appPath: string | null): readonly string[] {
  const own = [env['APPIMAGE'], env['PORTABLE_EXECUTABLE_FILE']].find((path) => path !== undefined && path !== '')
  return [own ?? execPath, ...(appPath === null ? [] : [appPath])]
}

export function makeLoginItem(platform: string, env: Env): LoginItem {
  const program = startedProgram(env, process.execPath, app.isPackaged ? null : app.getAppPath())
  if (platform === 'linux') return autostartItem(autostartFile(env, app.getPath('home')), program, realDisk)
  return systemItem(platform, program)
}

export function autostartFile(env: Env, home: string): string {
  const config = env['XDG_CONFIG_HOME'] ?? ''
  // The specification ignores relative paths.
  return join(config.startsWith('/') ? config : join(home, '.config'), 'autostart', 'clarion.desktop')
}

/** https://specifications.freedesktop.org/autostart-spec/latest/ */
export function autostartItem(path: string, program: readonly string[], disk: Disk): LoginItem {
  const read = (): string | null => {
    const bytes = disk.read(path)
    return bytes === null ? null : Buffer.from(bytes).toString('utf8')
  }
  return {
    isOn() {
      try {
        return isEntryOn(read())
      } catch {
        return false
      }
    },
    set(wish) {
      const next = nextEntry(read(), { ...wish, program })
      if (next.kind === 'write') disk.replace(path, next.text)
      else if (next.kind === 'remove') disk.remove(path)
    },
  }
}

/** Windows tells apart entries by their arguments. */
function systemItem(platform: string, [path = '', ...rest]: readonly string[]): LoginItem {
  const withArgs = (isHidden: boolean) => ({ path, args: [...rest, ...(isHidden ? [HIDDEN_SWITCH] : [])] })
  const isSet = (settings: LoginItemSettings): boolean =>
    platform === 'win32' ? settings.executableWillLaunchAtLogin : settings.openAtLogin
  return {
    isOn() {
      if (platform !== 'win32') return isSet(app.getLoginItemSettings())
      return isSet(app.getLoginItemSettings(withArgs(true))) || isSet(app.getLoginItemSettings(withArgs(false)))
    },
    set({ isOn, isHidden }) {
      // `enabled`: the user may have turned the entry off in the task manager, and turns it on here.
      app.setLoginItemSettings({ openAtLogin: isOn, enabled: isOn, ...(platform === 'win32' && withArgs(isHidden)) })
    },
  }
}
