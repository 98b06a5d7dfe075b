import type { ReactNode } from 'react'
import type { Term } from './match.ts'

/** The sections of what matches, in the order in which equally good ones are shown. */
export const SECTIONS = [
  'commands',
  'customers',
  'conversations',
  'tags',
  'searches',
  'workspaces',
  'settings',
  // A new conversation with who was found, or with the address that is typed.
  'starts',
] as const
export type SectionName = (typeof SECTIONS)[number]

/** What the ranking reads of an entry. */
export type Rankable = {
  /** Unique in the palette. The selection is kept by it. */
  readonly id: string
  readonly section: SectionName
  readonly terms: readonly Term[]
  /** Recency and fit to the moment, 0 to MAX_BOOST. */
  readonly boost: number
  /** The score where no term matches: something else than a text has matched, such as the digits of a number. */
  readonly ownScore?: number
}

export type Entry = Rankable & {
  readonly title: string
  /** Beside the title: an address, or what the conversation is about. */
  readonly detail?: string
  readonly icon: ReactNode
  /** Of a conversation. */
  readonly channel?: string
  readonly status?: string
  /** Shown in All inboxes. */
  readonly workspaceId?: string
  /** Such as `mod+k`. */
  readonly keys?: string | undefined
  /** Runs when the palette has closed and the focus is back. */
  readonly run: () => void
}

/** An id that is safe in an attribute, whatever the server's ids contain. */
export function entryId(kind: string, ...parts: readonly string[]): string {
  return `${kind} ${JSON.stringify(parts)}`
}
