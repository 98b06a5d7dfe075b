import { createAdaptorServer } from '@hono/node-server'
import type { Server } from 'node:http'
import { invariant } from '../../src/shared/failure.ts'
import { SandboxAccount } from './account.ts'
import { type Behaviour, createBehaviour } from './behaviour.ts'
import { type Clock, createSystemClock } from './clock.ts'
import { startCustomers } from './customers.ts'
import { Faults } from './faults.ts'
import { RequestJournal } from './journal.ts'
import { createRandom, seedOf } from './random.ts'
import { createRoutes } from './routes.ts'
import { seedConversations } from './seed/seed-conversations.ts'

/** Only this machine can reach it. */
const HOST = '127.0.0.1'

export type SandboxOptions = {
  /** 0 or left out: any free one. When it is taken, another one: compare with the port given back. */
  readonly port?: number | undefined
  /** How many the account begins with; 500 when left out. */
  readonly conversations?: number | undefined
  /** The same seed and the same clock give the same account. 1 when left out. */
  readonly seed?: number | undefined
  readonly key?: string | undefined
  /** Whether customers answer and write by themselves; they do when left out. */
  readonly answers?: boolean | undefined
  readonly clock?: Clock | undefined
  readonly behaviour?: Partial<Behaviour> | undefined
  /** Whether `GET /__journal` answers. */
  readonly showJournal?: boolean | undefined
}

export type Sandbox = {
  /** The base URL: `http://127.0.0.1:4010`. */
  readonly url: string
  readonly port: number
  readonly key: string
  /** The keys that are accepted. Take one out, or put one in, while the server runs. */
  readonly keys: Set<string>
  readonly account: SandboxAccount
  readonly journal: RequestJournal
  readonly faults: Faults
  readonly behaviour: Behaviour
  /** Stops the customers, drops every connection, frees the port. The account is gone with it. */
  close(): Promise<void>
}

/** Serves the whole documented API over HTTP on this machine. What it holds lives in memory. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { conversations = 500, seed = 1, key = 'sk_test_demo', answers = true, clock = createSystemClock() } = options
  const behaviour = createBehaviour(options.behaviour)
  const [journal, faults, keys] = [new RequestJournal(), new Faults(), new Set([key])]
  const account = new SandboxAccount({ clock, behaviour, seed })
  for (const conversation of seedConversations({ count: conversations, seed, now: clock.now() })) {
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
  // Hono would otherwise put its own Request and Response in place of the whole process's.
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

async function listen(server: Server, wanted: number): Promise<number> {
  try {
    return await listenOn(server, wanted)
  } catch (error) {
    if (wanted === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
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
