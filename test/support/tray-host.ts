import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Message, type MessageBus, sessionBus, Variant } from '@jellybrick/dbus-next'
import { findMessageBus } from '../../scripts/message-bus.mjs'
import { invariant } from '../../src/shared/failure.ts'
import { removeFolder } from './remove-folder.ts'

const WATCHER = 'org.kde.StatusNotifierWatcher'
const WATCHER_PATH = '/StatusNotifierWatcher'

/** A message bus that starts no program. */
const BUS = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`

/** The answers of a desktop that shows icons of apps, by method. */
function answerTo({ member }: Message): { readonly signature?: string; readonly body?: readonly unknown[] } | null {
  if (member === 'Get') return { signature: 'v', body: [new Variant('b', true)] }
  return member === 'RegisterStatusNotifierItem' || member === 'RegisterStatusNotifierHost' ? {} : null
}

/** Of com.canonical.dbusmenu: id, properties, children. */
type MenuItem = [number, Readonly<Record<string, Variant>>, unknown]

/** A desktop on a message bus of its own. `begin` gives it a tray, and `end` takes the tray away. */
export class TrayDesktop {
  readonly #daemon: ChildProcess
  readonly #folder: string
  readonly #address: string
  readonly #icons: string[] = []
  #bus: MessageBus | null = null

  private constructor(daemon: ChildProcess, folder: string, address: string) {
    this.#daemon = daemon
    this.#folder = folder
    this.#address = address
  }

  static async start(): Promise<TrayDesktop> {
    const folder = mkdtempSync(join(tmpdir(), 'clarion-bus-'))
    const config = join(folder, 'bus.conf')
    writeFileSync(config, BUS)
    const program = findMessageBus()
    invariant(program !== null, 'the configuration leaves these tests out where there is no message bus')
    const daemon = spawn(program, [`--config-file=${config}`, '--nofork', '--print-address=3'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    const [address] = (await once(daemon.stdio[3] as Readable, 'data')) as [Buffer]
    return new TrayDesktop(daemon, folder, address.toString().trim())
  }

  /** What the app needs to reach it. */
  get env(): Readonly<Record<string, string>> {
    return { DBUS_SESSION_BUS_ADDRESS: this.#address }
  }

  async begin(): Promise<void> {
    const bus = sessionBus({ busAddress: this.#address })
    this.#bus = bus
    bus.addMethodHandler((message) => {
      const answer = message.path === WATCHER_PATH ? answerTo(message) : null
      if (answer === null) return false
      // An app names its connection or its object; the connection is the sender.
      if (message.member === 'RegisterStatusNotifierItem') this.#icons.push(message.sender)
      bus.send(Message.newMethodReturn(message, answer.signature, [...(answer.body ?? [])]))
      return true
    })
    await bus.requestName(WATCHER)
  }

  async end(): Promise<void> {
    await this.#bus?.releaseName(WATCHER)
    this.#bus?.disconnect()
    this.#bus = null
  }

  /** The connections of the icons that apps have shown. */
  get icons(): readonly string[] {
    return this.#icons
  }

  /** The user clicks the newest icon. */
  async click(): Promise<void> {
    const destination = this.#icons.at(-1) ?? ''
    const message = { destination, path: '/StatusNotifierItem', interface: 'org.kde.StatusNotifierItem' }
    await this.#bus?.call(new Message({ ...message, member: 'Activate', signature: 'ii', body: [0, 0] }))
  }

  /** The labels of the icon's menu, without separators. */
  async menu(): Promise<readonly string[]> {
    return (await this.#items()).map(({ label }) => label)
  }

  /** The user chooses an entry of the icon's menu. */
  async choose(label: string): Promise<void> {
    const item = (await this.#items()).find((one) => one.label === label)
    const body = [item?.id ?? -1, 'clicked', new Variant('i', 0), 0]
    await this.#callMenu('Event', 'isvu', body)
  }

  async #items(): Promise<readonly { readonly id: number; readonly label: string }[]> {
    const answer = await this.#callMenu('GetLayout', 'iias', [0, -1, []])
    const [, [, , children]] = answer as [number, [number, unknown, readonly Variant<MenuItem>[]]]
    return children
      .map(({ value: [id, properties] }) => ({ id, label: String(properties['label']?.value ?? '') }))
      .filter(({ label }) => label !== '')
  }

  async #callMenu(member: string, signature: string, body: unknown[]): Promise<unknown> {
    const destination = this.#icons.at(-1) ?? ''
    const menu = { destination, path: '/com/canonical/dbusmenu', interface: 'com.canonical.dbusmenu' }
    return (await this.#bus?.call(new Message({ ...menu, member, signature, body })))?.body
  }

  async stop(): Promise<void> {
    this.#bus?.disconnect()
    const ended = once(this.#daemon, 'exit')
    this.#daemon.kill()
    await ended
    await removeFolder(this.#folder)
  }
}
