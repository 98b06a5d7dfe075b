import type { Result } from '../failure.ts'
import type { Managed } from './managed.ts'
import type { ProxyQuestion } from './network-trouble.ts'

/** The part of the bridge for the administrator's policy and the way to the server. */
export interface NetworkBridge {
  readManaged(input: Record<string, never>): Promise<Result<Managed>>
  /** The proxy that waits for a name and a password; null when there is none. `onProxyQuestion` tells of each change. */
  readProxyQuestion(input: Record<string, never>): Promise<Result<ProxyQuestion | null>>
  /** Only for the proxy that waits. Main keeps the answer in memory and then tells the window to read again. */
  answerProxyQuestion(input: {
    readonly proxy: string
    readonly name: string
    readonly password: string
  }): Promise<Result<null>>
}
