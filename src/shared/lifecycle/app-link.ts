import type { Result } from '../failure.ts'

/** What a link to the app asks for. A page of a stranger can open one, so nothing happens before the user agrees. */
export type AppLink =
  | {
      readonly kind: 'conversation'
      readonly conversationId: string
      /** Name or id of a workspace; null for the one that is open. */
      readonly workspace: string | null
    }
  | {
      readonly kind: 'compose'
      readonly channel: 'sms' | 'email'
      /** A phone number or an email address; empty when the user enters it. */
      readonly to: string
      readonly text: string
      readonly workspace: string | null
    }
  /** Not a link that this version understands. The link itself is not shown. */
  | { readonly kind: 'unusable'; readonly why: UnusableLink }

export type UnusableLink = 'tooLong' | 'hiddenCharacters' | 'unknown'

/** The part of the bridge for links to the app. */
export interface LinkBridge {
  /** Whether a link waits, for a screen that cannot open it. Refused while the app is locked. */
  readWaitingLink(input: Record<string, never>): Promise<Result<boolean>>
  /** The link that the user opened last, once; null for none. Refused while the app is locked: the link then waits. */
  takeLink(input: Record<string, never>): Promise<Result<AppLink | null>>
}
