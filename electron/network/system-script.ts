import { execFile } from 'node:child_process'
import { join } from 'node:path'

/**
 * The address of the system's proxy script. Chromium knows it, but cannot load it: in this app it resolves no name and connects to nothing,
 * so that no page can. So main loads the script, and Chromium only runs it.
 */

/** Runs a program of the system and gives its output; null when it fails. */
export type Run = (file: string, args: readonly string[]) => Promise<string | null>

const LIMIT_MS = 3_000

export const runProgram: Run = (file, args) =>
  new Promise((resolve) => {
    execFile(file, args, { timeout: LIMIT_MS, windowsHide: true, maxBuffer: 1_000_000 }, (error, output) =>
      resolve(error === null ? output : null),
    )
  })

type Environment = Readonly<Record<string, string | undefined>>

/** Null when the system uses no script, or names none that can be found. */
export async function findSystemScript(platform: string, env: Environment, run: Run): Promise<string | null> {
  if (platform === 'darwin') return scriptOfScutil((await run('/usr/sbin/scutil', ['--proxy'])) ?? '')
  if (platform === 'win32') {
    const reg = join(env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'reg.exe')
    const key = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings`
    return scriptOfRegistry((await run(reg, ['query', key, '/v', 'AutoConfigURL'])) ?? '')
  }
  const desktop = (env['XDG_CURRENT_DESKTOP'] ?? '').toUpperCase()
  if (desktop.includes('KDE')) return await scriptOfKde(run)
  if (desktop !== '') {
    const mode = await run('gsettings', ['get', 'org.gnome.system.proxy', 'mode'])
    if (mode?.trim() === "'auto'")
      return usable((await run('gsettings', ['get', 'org.gnome.system.proxy', 'autoconfig-url']))?.trim().slice(1, -1))
    // Chromium then ignores the variables too.
    if (mode !== null && mode.trim() !== "'none'") return null
  }
  return usable(env['auto_proxy'] ?? env['AUTO_PROXY'])
}

async function scriptOfKde(run: Run): Promise<string | null> {
  for (const program of ['kreadconfig6', 'kreadconfig5']) {
    const ask = (key: string) => run(program, ['--file', 'kioslaverc', '--group', 'Proxy Settings', '--key', key])
    const kind = await ask('ProxyType')
    if (kind !== null) return kind.trim() === '2' ? usable((await ask('Proxy Config Script'))?.trim()) : null
  }
  return null
}

/** Reads lines such as `ProxyAutoConfigURLString : http://…` */
export function scriptOfScutil(output: string): string | null {
  if (!/ProxyAutoConfigEnable\s*:\s*1/.test(output)) return null
  return usable(/ProxyAutoConfigURLString\s*:\s*(\S+)/.exec(output)?.[1])
}

/** Reads a line such as `    AutoConfigURL    REG_SZ    http://…` */
export function scriptOfRegistry(output: string): string | null {
  return usable(/AutoConfigURL\s+REG_(?:EXPAND_)?SZ\s+(\S+)/i.exec(output)?.[1])
}

function usable(address: string | undefined): string | null {
  return address !== undefined && /^(?:https?|file):\/\//i.test(address) ? address : null
}
