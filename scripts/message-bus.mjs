import { findKeyring } from './keyring.mjs'
import { which } from './run.mjs'

/**
 * The program of a message bus, for tests on a bus of their own; null when there is none. `ensureKeyring` unpacks one.
 * @returns {string | null}
 */
export function findMessageBus() {
  if (process.platform !== 'linux') return null
  return which('dbus-daemon') ?? findKeyring()?.bus ?? null
}
