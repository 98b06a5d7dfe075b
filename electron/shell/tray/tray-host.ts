import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { MessageBus } from '@jellybrick/dbus-next'
import { errorFactsOf } from '../../storage/error-facts.ts'
import type { Log } from '../../storage/log.ts'

/** https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/ under the name that desktops use. */
const WATCHER = 'org.kde.StatusNotifierWatcher'
const WATCHER_PATH = '/StatusNotifierWatcher'
const BUS = 'org.freedesktop.DBus'

/** Changes of the watcher's owner, and of the hosts that draw its icons. */
const MATCHES = [
  `type='signal',sender='${BUS}',interface='${BUS}',member='NameOwnerChanged',arg0='${WATCHER}'`,
  `type='signal',sender='${WATCHER}',interface='${WATCHER}'`,
]

type Env = Readonly<Record<string, string | undefined>>

/** The address of the user's message bus; null where there is none. Nothing is started. */
export function sessionBusAddress(env: Env, exists: (path: string) => boolean = existsSync): string | null {
  const addresses = (env['DBUS_SESSION_BUS_ADDRESS'] ?? '').split(';')
  // Other transports start a program or use the network.
  const socket = addresses.find((address) => address.startsWith('unix:'))
  if (socket !== undefined) return socket
  if (addresses.some((address) => address !== '')) return null
  const runtime = env['XDG_RUNTIME_DIR'] ?? ''
  const path = join(runtime, 'bus')
  return runtime !== '' && exists(path) ? `unix:path=${path}` : null
}

/**
 * Tells whether this Linux desktop shows icons of apps, now and after each change: a watcher is on the bus and has a host. Chromium asks the
 * same before it shows an icon. Older trays, which embed windows, don't count: Chromium doesn't know whether they show anything.
 */
export async function watchTrayHost(
  address: string | null,
  report: (isThere: boolean) => void,
  log: Log,
): Promise<void> {
  if (address === null) return report(false)
  try {
    // Only Linux needs it.
    const { sessionBus, Message } = await import('@jellybrick/dbus-next')
    const bus = sessionBus({ busAddress: address })
    const call = async (
      destination: string,
      path: string,
      member: string,
      body: readonly string[],
    ): Promise<unknown> => {
      const [iface, name] = [member.slice(0, member.lastIndexOf('.')), member.slice(member.lastIndexOf('.') + 1)]
      const message = new Message({ destination, path, interface: iface, member: name })
      Object.assign(message, { signature: 's'.repeat(body.length), body: [...body] })
      return (await bus.call(message))?.body[0]
    }
    await follow(bus, call, report, log)
  } catch (error) {
    log('no-message-bus', errorFactsOf(error))
    report(false)
  }
}

type Call = (destination: string, path: string, member: string, body: readonly string[]) => Promise<unknown>

async function follow(bus: MessageBus, call: Call, report: (isThere: boolean) => void, log: Log): Promise<void> {
  let latest = 0
  const look = async (): Promise<void> => {
    latest += 1
    const current = latest
    const isThere = await hasHost(call).catch(() => false)
    if (current === latest) report(isThere)
  }
  const lost = (error: unknown): void => {
    log('message-bus-lost', errorFactsOf(error))
    latest += 1
    report(false)
  }
  // The types of the library lack this event.
  ;(bus as unknown as NodeJS.EventEmitter).on('error', lost)
  bus.on('message', ({ interface: iface, member, type }) => {
    const isSignal = type === SIGNAL
    if (isSignal && (iface === WATCHER || (iface === BUS && member === 'NameOwnerChanged'))) void look()
  })
  for (const match of MATCHES) await call(BUS, '/org/freedesktop/DBus', `${BUS}.AddMatch`, [match])
  await look()
}

/** MessageType.SIGNAL */
const SIGNAL = 4

async function hasHost(call: Call): Promise<boolean> {
  const hasWatcher = await call(BUS, '/org/freedesktop/DBus', `${BUS}.NameHasOwner`, [WATCHER])
  if (hasWatcher !== true) return false
  const get = 'org.freedesktop.DBus.Properties.Get'
  const answer = await call(WATCHER, WATCHER_PATH, get, [WATCHER, 'IsStatusNotifierHostRegistered'])
  return typeof answer === 'object' && answer !== null && 'value' in answer && answer.value === true
}
