import type { Workspace } from '../shared/bridge.ts'
import type { Lock } from '../shared/sealing.ts'
import type { Result } from '../shared/failure.ts'
import type { WithoutKeychain } from '../shared/sealing.ts'
import type { WhySealed } from './read-key.ts'

/** What is shown instead of a workspace that is not open yet. */
export type Gate =
  | { readonly kind: 'locked'; readonly asks: Lock['asks'] }
  /** Main reads the key, which takes long when the keychain asks the user for a password. */
  | { readonly kind: 'reading-key'; readonly workspace: Workspace }
  | { readonly kind: 'choose'; readonly workspace: Workspace }
  | { readonly kind: 'sealed'; readonly workspace: Workspace; readonly why: WhySealed }

export type Choice = Exclude<WithoutKeychain, 'unchosen'>

export type GateActions = {
  readonly unlock: () => Promise<Result<boolean>>
  /** Stores the choice and opens the workspace. */
  readonly choose: (choice: Choice) => Promise<Result<null>>
  /** Reads the key again. */
  readonly tryAgain: () => Promise<unknown>
  /** Quits and starts again. */
  readonly restart: () => Promise<unknown>
  /** Deletes the data that cannot be opened and opens the workspace anew. False when nothing was deleted. */
  readonly deleteData: () => Promise<boolean>
}
