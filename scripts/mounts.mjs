import { readFileSync } from 'node:fs'

/** The bit of CAP_SYS_ADMIN in Linux's capability sets, see capabilities(7). Without it, even root in a container cannot mount. */
const CAP_SYS_ADMIN = 21n

/** Whether this process may mount file systems. False on other systems than Linux. */
export function canMount() {
  try {
    const [, capabilities] = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    return capabilities !== undefined && ((BigInt(`0x${capabilities}`) >> CAP_SYS_ADMIN) & 1n) === 1n
  } catch {
    return false
  }
}
