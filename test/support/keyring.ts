import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { onTestFinished, vi } from 'vitest'
import { findKeyring } from '../../scripts/keyring.mjs'
import { run } from '../../scripts/run.mjs'
import { invariant } from '../../src/shared/failure.ts'
import { removeFolder } from './remove-folder.ts'

/** Makes the app use the keychain. Playwright's own loader has it use none. */
export const KEYRING_LOADER = fileURLToPath(new URL('keyring-loader.cjs', import.meta.url))

/** A message bus that only these tests can reach, and that starts no program. */
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

const PASSWORD = 'password of the login'

/** A real gnome-keyring on a bus of its own. It ends with the test. */
export class Keyring {
  readonly #folder: string
  readonly #env: Readonly<Record<string, string>>
  #daemon: ChildProcess | null = null

  private constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.#folder = folder
    this.#env = env
  }

  /** `isRunning`: with an unlocked keyring, as after a login. */
  static async start({ isRunning = true } = {}): Promise<Keyring> {
    const { bus, libraries } = programs()
    const folder = mkdtempSync(join(tmpdir(), 'clarion-keyring-'))
    const config = join(folder, 'bus.conf')
    writeFileSync(config, BUS)
    const args = [`--config-file=${config}`, '--nofork', '--print-address=3']
    const child = spawn(bus, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    const [address] = (await once(child.stdio[3] as Readable, 'data')) as [Buffer]
    const keyring = new Keyring(folder, {
      DBUS_SESSION_BUS_ADDRESS: address.toString().trim(),
      LD_LIBRARY_PATH: libraries,
    })
    onTestFinished(async () => {
      await keyring.stop()
      await end(child)
      await removeFolder(folder)
    })
    if (isRunning) await keyring.unlock()
    return keyring
  }

  /** What the app needs to reach it. */
  get env(): Readonly<Record<string, string>> {
    return this.#env
  }

  /** The user logs in: the keyring is created or opened. */
  async unlock(): Promise<void> {
    await this.#run(PASSWORD)
  }

  /** The login gave no password, as after an automatic login: the keyring is there, and nothing opens it. */
  async lock(): Promise<void> {
    await this.#run(null)
  }

  /** The user has forgotten the password and made a new keyring. */
  async reset(): Promise<void> {
    await this.stop()
    await removeFolder(join(this.#folder, 'data'))
    await this.unlock()
  }

  async stop(): Promise<void> {
    if (this.#daemon !== null) await end(this.#daemon)
    this.#daemon = null
  }

  async #run(password: string | null): Promise<void> {
    await this.stop()
    const [data, runtime] = [join(this.#folder, 'data'), join(this.#folder, 'runtime')]
    mkdirSync(data, { recursive: true })
    mkdirSync(runtime, { recursive: true, mode: 0o700 })
    const args = ['--foreground', '--components=secrets', ...(password === null ? [] : ['--unlock'])]
    const child = spawn(programs().daemon, args, {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { ...process.env, ...this.#env, XDG_DATA_HOME: data, XDG_RUNTIME_DIR: runtime },
    })
    child.stdin?.end(password ?? '')
    this.#daemon = child
    await vi.waitUntil(() => this.#isReady(), { timeout: 30_000, interval: 100 })
  }

  async #isReady(): Promise<boolean> {
    const call = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets']
    const args = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', ...call]
    const { output } = await run(programs().send, args, { quiet: true, env: { ...process.env, ...this.#env } })
    return output.includes('boolean true')
  }
}

function programs(): NonNullable<ReturnType<typeof findKeyring>> {
  const found = findKeyring()
  invariant(found !== null, 'the configuration leaves these tests out where there is no keyring')
  return found
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}
