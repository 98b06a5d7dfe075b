import { createAdaptorServer } from '@hono/node-server'
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { invariant } from '../../src/shared/failure.ts'
import { SandboxAccount } from './account.ts'
import { type Behaviour, createBehaviour } from './behaviour.ts'
import { type Clock, createSystemClock } from './clock.ts'
import { startCustomers } from './customers.ts'
import { Faults } from './faults.ts'
import { RequestJournal } from './request-journal.ts'
import { createRandom, seedOf } from './random.ts'
import { createRoutes } from './routes.ts'
import { seedConversations } from './seed/seed-conversations.ts'

/** The server is reachable from this machine only. */
const HOST = '127.0.0.1'

export type SandboxOptions = {
  /** 0 or undefined: any free port. If the port is in use, another one is chosen, so read the returned port. */
  readonly port?: number | undefined
  /** The number of conversations at the start. Default: 500. */
  readonly conversations?: number | undefined
  /** The same seed and the same clock give the same account. Default: 1. */
  readonly seed?: number | undefined
  /** When the account was generated, epoch ms. Default: now. */
  readonly seededAt?: number | undefined
  /** The accepted key. Default: a random one for each start, so that no other program on this machine can guess it. */
  readonly key?: string | undefined
  /** Whether customers write. Default: true. */
  readonly answers?: boolean | undefined
  readonly clock?: Clock | undefined
  readonly behaviour?: Partial<Behaviour> | undefined
  /** Whether `GET /__journal` is available. */
  readonly showJournal?: boolean | undefined
}

export type Sandbox = {
  /** The base URL: `http://127.0.0.1:4010`. */
  readonly url: string
  readonly port: number
  readonly key: string
  /** The accepted keys. They may be changed while the server runs. */
  readonly keys: Set<string>
  readonly account: SandboxAccount
  readonly journal: RequestJournal
  readonly faults: Faults
  readonly behaviour: Behaviour
  /** Stops the customers, closes every connection and frees the port. The account is lost. */
  close(): Promise<void>
}

/** Serves the whole documented API over HTTP on this machine. The account is in memory. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { conversations = 500, seed = 1, key = randomKey(), answers = true, clock = createSystemClock() } = options
  const behaviour = createBehaviour(options.behaviour)
  const [journal, faults, keys] = [new RequestJournal(), new Faults(), new Set([key])]
  const account = new SandboxAccount({ clock, behaviour, seed })
  const seededAt = options.seededAt ?? clock.now()
  for (const conversation of seedConversations({ count: conversations, seed, now: seededAt })) {
    account.insert(conversation)
  }
  account.onChange((mutation) => journal.changed(mutation))
  const app = createRoutes({
    account,
    behaviour,
    keys,
    journal,
    faults,
    clock,
    showJournal: options.showJournal ?? false,
  })
  // Hono would otherwise replace the global Request and Response of the process.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server
  const port = await listen(server, options.port ?? 0)
  const stopCustomers = answers ? startCustomers({ account, clock, random: createRandom(seedOf(seed)), seed }) : null
  const close = async (): Promise<void> => {
    stopCustomers?.()
    faults.clear()
    await stop(server)
  }
  return { url: `http://${HOST}:${port}`, port, key, keys, account, journal, faults, behaviour, close }
}

function randomKey(): string {
  return `sk_test_demo_${randomBytes(24).toString('base64url')}`
}

async function listen(server: Server, requested: number): Promise<number> {
  try {
    return await listenOn(server, requested)
  } catch (error) {
    if (requested === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return await listenOn(server, 0)
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      const address = server.address()
      invariant(typeof address === 'object' && address, 'a listening server has an address')
      resolve(address.port)
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}
