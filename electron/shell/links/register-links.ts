import { resolve } from 'node:path'
import { app } from 'electron'
import { LINK_SCHEME } from './parse-link.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The program that opens links, and its arguments before the link. */
export type LinkProgram = { readonly path: string; readonly args: readonly string[] }

/**
 * What to register as the program for links; null for nothing. On Linux the desktop entry of the package does it, and the user may have chosen
 * another one. A portable program leaves nothing behind. Development takes the links over only when asked. No switch follows `--`.
 */
export function linkProgram(options: {
  readonly platform: string
  readonly isPackaged: boolean
  readonly env: Env
  readonly execPath: string
  readonly appPath: string
}): LinkProgram | null {
  const { platform, isPackaged, env, execPath, appPath } = options
  const isPortable = (env['PORTABLE_EXECUTABLE_FILE'] ?? '') !== ''
  if (!isPackaged) return env['CLARION_OPEN_LINKS'] === '1' ? { path: execPath, args: [resolve(appPath), '--'] } : null
  if (platform === 'linux' || isPortable) return null
  return { path: execPath, args: platform === 'win32' ? ['--'] : [] }
}

/** Makes the app the one that opens links. */
export function registerLinks(): void {
  const { platform, env, execPath } = process
  const program = linkProgram({ platform, isPackaged: app.isPackaged, env, execPath, appPath: app.getAppPath() })
  if (program === null) return
  const { path, args } = program
  if (!app.isDefaultProtocolClient(LINK_SCHEME, path, [...args])) {
    app.setAsDefaultProtocolClient(LINK_SCHEME, path, [...args])
  }
}
