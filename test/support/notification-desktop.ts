import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Message, type MessageBus, sessionBus, type Variant } from '@jellybrick/dbus-next'
import { onTestFinished } from 'vitest'
import { findNotifyLibrary } from '../../scripts/notify-library.mjs'
import { invariant } from '../../src/shared/failure.ts'
import { removeFolder } from './remove-folder.ts'

const NAME = 'org.freedesktop.Notifications'
const PATH = '/org/freedesktop/Notifications'

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

export type DesktopNotification = {
  readonly title: string
  readonly body: string
  /** The ids of its actions. */
  readonly actions: readonly string[]
  /** 0 low, 1 normal, 2 critical. */
  readonly urgency: unknown
}

/**
 * A desktop that shows notifications, on a message bus of its own: it speaks the Desktop Notifications Specification, records what arrives, and
 * the user of the test clicks. It ends with the test.
 */
export class NotificationDesktop {
  readonly #address: string
  readonly #libraries: string
  readonly #shown = new Map<number, DesktopNotification>()
  #lastId = 0
  #bus: MessageBus | null = null

  private constructor(address: string, libraries: string) {
    this.#address = address
    this.#libraries = libraries
  }

  static async start(): Promise<NotificationDesktop> {
    const found = findNotifyLibrary()
    invariant(found !== null, 'the configuration leaves these tests out where there is no libnotify')
    const folder = mkdtempSync(join(tmpdir(), 'clarion-notify-'))
    const config = join(folder, 'bus.conf')
    writeFileSync(config, BUS)
    const daemon = spawn(found.bus, [`--config-file=${config}`, '--nofork', '--print-address=3'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    const [address] = (await once(daemon.stdio[3] as Readable, 'data')) as [Buffer]
    const desktop = new NotificationDesktop(address.toString().trim(), found.libraries)
    onTestFinished(async () => {
      desktop.#bus?.disconnect()
      await end(daemon)
      await removeFolder(folder)
    })
    await desktop.#serve()
    return desktop
  }

  /** What the app needs to reach it. */
  get env(): Readonly<Record<string, string>> {
    return { DBUS_SESSION_BUS_ADDRESS: this.#address, LD_LIBRARY_PATH: this.#libraries }
  }

  /** The notifications on screen, oldest first. */
  get shown(): readonly DesktopNotification[] {
    return [...this.#shown.values()]
  }

  /** The user clicks the newest notification. */
  click(): void {
    const id = this.#newest()
    this.#emit('ActionInvoked', 'us', [id, 'default'])
    this.#close(id)
  }

  /** The user closes the newest notification. */
  dismiss(): void {
    this.#close(this.#newest())
  }

  #newest(): number {
    const id = [...this.#shown.keys()].at(-1)
    invariant(id !== undefined, 'a notification is shown')
    return id
  }

  /** The desktop loses its notification service. */
  async stopServing(): Promise<void> {
    await this.#bus?.releaseName(NAME)
  }

  async #serve(): Promise<void> {
    const bus = sessionBus({ busAddress: this.#address })
    this.#bus = bus
    bus.addMethodHandler((message) => {
      const answer = message.path === PATH ? this.#answer(message) : null
      if (answer === null) return false
      bus.send(Message.newMethodReturn(message, answer.signature, [...(answer.body ?? [])]))
      return true
    })
    await bus.requestName(NAME)
  }

  #answer({ member, body }: Message): { readonly signature?: string; readonly body?: readonly unknown[] } | null {
    switch (member) {
      case 'GetCapabilities':
        return { signature: 'as', body: [['actions', 'body', 'body-markup']] }
      case 'GetServerInformation':
        return { signature: 'ssss', body: ['test', 'Clarion', '1', '1.2'] }
      case 'Notify':
        return { signature: 'u', body: [this.#show(body)] }
      case 'CloseNotification':
        this.#close(Number(body[0]))
        return {}
      default:
        return null
    }
  }

  /** Of the specification: app, replaced id, icon, summary, body, actions, hints, timeout. */
  #show([, replaced, , title, text, actions, hints]: readonly unknown[]): number {
    const id = Number(replaced) > 0 ? Number(replaced) : (this.#lastId += 1)
    const urgency = (hints as Readonly<Record<string, Variant>>)['urgency']?.value
    const ids = (actions as readonly string[]).filter((_, index) => index % 2 === 0)
    this.#shown.set(id, { title: String(title), body: String(text), actions: ids, urgency })
    return id
  }

  #close(id: number): void {
    // 2: by the user. The app needs no other reason.
    if (this.#shown.delete(id)) this.#emit('NotificationClosed', 'uu', [id, 2])
  }

  #emit(member: string, signature: string, body: readonly unknown[]): void {
    this.#bus?.send(Message.newSignal(PATH, NAME, member, signature, [...body]))
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}
