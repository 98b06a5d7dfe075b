import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { PolicyProblem } from './policy-format.ts'

/** LocalSystem, the group of administrators, and the installer of Windows itself. */
const ADMINISTRATORS: ReadonlySet<string> = new Set([
  'SY',
  'BA',
  'S-1-5-18',
  'S-1-5-32-544',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
])

/** Rights that change nothing: reading data, attributes and permissions, running, and waiting for the file. */
const READ_ONLY = 0x00_12_00_a9
/** The same in letters. */
const READ_ONLY_LETTERS: ReadonlySet<string> = new Set(['FR', 'FX', 'GR', 'GX', 'RC', 'CC', 'SW', 'WP', 'LO'])

/** PowerShell starts in less than a second. */
const LIMIT_MS = 10_000

/** Why the file may not be the administrator's. Only its own permissions count: whoever may write in the folder can't replace the file. */
export function windowsAccessProblem(path: string): PolicyProblem | null {
  const system = join(process.env['SystemRoot'] ?? String.raw`C:\Windows`, 'System32')
  try {
    const output = execFileSync(
      join(system, 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
      ['-NoProfile', '-NonInteractive', '-Command', '(Get-Acl -LiteralPath $env:CLARION_ACL_PATH).Sddl'],
      { env: { ...process.env, CLARION_ACL_PATH: path }, timeout: LIMIT_MS, windowsHide: true, encoding: 'utf8' },
    )
    return sddlProblem(output.trim())
  } catch {
    return { why: 'access' }
  }
}

/**
 * Reads a security descriptor in Microsoft's notation: `O:BAG:SYD:AI(A;ID;FA;;;SY)(A;ID;0x1200a9;;;BU)`. The owner must be an administrator,
 * and nobody else may have a right that changes the file. What is not understood counts as such a right.
 */
export function sddlProblem(sddl: string): PolicyProblem | null {
  const [, owner, list] = /^O:([A-Z]{2}|S-[\d-]+?)(?:G:[A-Z\d-]+?)?D:(.*)$/s.exec(sddl) ?? []
  if (owner === undefined || list === undefined) return { why: 'access' }
  if (!ADMINISTRATORS.has(owner)) return { why: 'owner' }
  const entries = [...(list.split(/S:(?=[^()]*\()/)[0] ?? '').matchAll(/\(([^()]*)\)/g)].map(([, entry]) => entry ?? '')
  // Without any entry, the list allows everything or nothing, by a flag.
  if (entries.length === 0) return { why: 'access' }
  return entries.some(mayChange) ? { why: 'writable' } : null
}

function mayChange(entry: string): boolean {
  const [kind = '', flags = '', rights = '', , , account = ''] = entry.split(';')
  if (kind === 'D') return false
  // Only for files that are created below.
  if (/^(?:..)*IO/.test(flags)) return false
  if (ADMINISTRATORS.has(account)) return false
  if (kind !== 'A') return true
  if (/^0x[\da-f]+$/i.test(rights)) return (Number(rights) & ~READ_ONLY) !== 0
  return !(rights.match(/../g) ?? ['']).every((right) => READ_ONLY_LETTERS.has(right))
}
