import type { NetworkBridge } from '../../src/shared/network/network-bridge.ts'
import { failed, success } from '../../src/shared/failure.ts'
import { type Client, makeClient } from '../api/client.ts'
import type { Policy } from '../policy/policy.ts'
import type { Log } from '../storage/log.ts'
import { text } from '../strings/text.ts'
import type { ProxySession } from './proxy-lookup.ts'
import { makeProxyLogins } from './proxy-logins.ts'

export type NetworkOptions = {
  readonly policy: Policy
  /** A guarded session without any page. Called at the first request to another computer. */
  readonly session: () => Promise<ProxySession>
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** A proxy asks for a name and a password, or no longer does. */
  readonly onQuestion: () => void
  /** What failed before may work now. */
  readonly onAnswer: () => void
  readonly now: () => number
  readonly log: Log
}

export type Network = {
  readonly client: Client
  /** For requests that carry no key. The same proxy and the same trust as the client's. */
  readonly loadFetch: () => Promise<typeof fetch>
  readonly bridge: NetworkBridge
}

/** The client of all requests, and what the window may ask about the way to the server. */
export function makeNetwork({ policy, onQuestion, onAnswer, now, log, ...system }: NetworkOptions): Network {
  const logins = makeProxyLogins(() => {
    const question = logins.question()
    log('proxy-asks', { asks: question !== null, isWrong: question?.isWrong === true })
    onQuestion()
  })
  let made: Promise<Client> | null = null
  let opened: Promise<typeof fetch> | null = null
  const loadFetch = (): Promise<typeof fetch> => (opened ??= openFetch())
  async function openFetch(): Promise<typeof fetch> {
    const { openNetwork } = await import('./open-network.ts')
    const { proxy, certificates } = policy
    return openNetwork({ ...system, proxy, certificates, logins })
  }
  async function load(): Promise<Client> {
    const { Headers } = await import('./open-network.ts')
    return makeClient({ fetch: await loadFetch(), Headers, now })
  }
  return {
    loadFetch,
    async client(account, request) {
      // Also for a server that was added before the policy. The outbox keeps what can't be sent.
      if (policy.decideServer(account.baseUrl) === 'forbidden')
        return failed({ kind: 'unreachable', code: 'HOST_NOT_ALLOWED' })
      return await (
        await (made ??= load())
      )(account, request)
    },
    bridge: {
      readManaged: async () => success(policy.managed()),
      readProxyQuestion: async () => success(logins.question()),
      answerProxyQuestion: async ({ proxy, name, password }) => {
        if (!logins.answer(proxy, { name, password }))
          return failed({ kind: 'refused', words: text('proxy.noQuestion') })
        onAnswer()
        return success(null)
      },
    },
  }
}
