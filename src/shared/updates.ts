import type { Result } from './failure.ts'
import type { NetworkTrouble } from './network/network-trouble.ts'

/** Persisted: add freely; rename or remove only with a migration. */
export const UPDATE_CHANNELS = ['stable', 'beta'] as const
export type UpdateChannel = (typeof UPDATE_CHANNELS)[number]

/**
 * Why this installation doesn't update itself. `policy`: an administrator turned updates off. `package-manager`: the system updates it.
 * `archive`, `portable`: unpacked or carried by hand. `no-feed`: the build names no address.
 */
export type NoUpdates = 'policy' | 'package-manager' | 'archive' | 'portable' | 'development' | 'no-feed'

/** Why the last check or download failed. The installed version is unchanged in every case. */
export type UpdateProblem =
  | 'offline'
  /** No connection through the proxy. */
  | 'proxy'
  | 'timeout'
  | 'not-found'
  | 'server'
  | 'certificate'
  /** What the server sent doesn't describe a version. */
  | 'no-description'
  /** The file differs from its checksum. */
  | 'damaged'
  | 'signature'
  | 'too-large'
  /** The server led to another one. */
  | 'other-server'
  | 'not-encrypted'
  | 'disk-full'
  | 'no-permission'
  | 'other'

/** `proxy`: what went wrong there, and its host and port; null where no single proxy is the reason. */
export type UpdateFailure =
  | { readonly problem: Exclude<UpdateProblem, 'proxy'> }
  | { readonly problem: 'proxy'; readonly trouble: NetworkTrouble; readonly proxy: string | null }

export type UpdateState =
  | { readonly phase: 'off'; readonly why: NoUpdates }
  /** Not checked since the start. */
  | { readonly phase: 'idle' }
  | { readonly phase: 'checking' }
  /** `at`: epoch ms of the check. */
  | { readonly phase: 'current'; readonly at: number }
  /** `percent`: 0–100. */
  | { readonly phase: 'downloading'; readonly version: string; readonly notes: string; readonly percent: number }
  /** Checked and on the disk. It's installed when the app quits. `notes` is plain text. */
  | { readonly phase: 'ready'; readonly version: string; readonly notes: string }
  | ({ readonly phase: 'failed'; readonly at: number } & UpdateFailure)

export type Updates = {
  readonly state: UpdateState
  readonly channel: UpdateChannel
  /** The installed version. */
  readonly version: string
}

export interface UpdatesBridge {
  readUpdates(input: Record<string, never>): Promise<Result<Updates>>
  /** Starts a check unless one runs or an update is ready. Doesn't wait for its end. */
  checkForUpdates(input: Record<string, never>): Promise<Result<Updates>>
  /** Also checks again, because the other channel may have another version. */
  setUpdateChannel(input: { readonly channel: UpdateChannel }): Promise<Result<Updates>>
  /** Quits, installs the update and starts again. Names unsent messages in a dialog first. Does nothing unless an update is ready. */
  restartToUpdate(input: Record<string, never>): Promise<Result<null>>
}
