import { readFileSync } from 'node:fs'

/** The number of CAP_SYS_ADMIN in Linux's capability sets (capabilities(7)): without it, root of a container mounts nothing. */
const CAP_SYS_ADMIN = 21n

/** Whether this process may mount file systems. False where there is no such thing. */
export function canMount() {
  try {
    const [, capabilities] = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    return capabilities !== undefined && ((BigInt(`0x${capabilities}`) >> CAP_SYS_ADMIN) & 1n) === 1n
  } catch {
    return false
  }
}
