import type { Mutation } from '../../electron/sandbox/journal.ts'

/** The user's deeds in order. A deed that the screen did not confirm before the kill may be lost. */
export type Deed = {
  /** The server's id, or the phone number for a conversation begun here. */
  readonly conversation: string
  isSeen: boolean
} & ({ readonly does: 'say'; readonly content: string } | { readonly does: 'begin' | 'resolve' | 'close' })

export type Verdict = {
  /** Confirmed on screen but missing on the server. */
  readonly lost: readonly string[]
  /** More than once on the server. */
  readonly doubles: readonly string[]
  /** Conversations whose deeds reached the server in a different order. */
  readonly disordered: readonly string[]
  /** On the server although the user did not do it. */
  readonly foreign: readonly string[]
}

/** Compares the deeds with the mutations that the server received from this app. */
export function judge(deeds: readonly Deed[], mutations: readonly Mutation[]): Verdict {
  const done = mutationNames(mutations)
  const expected = deeds.map((deed) => ({ ...deed, name: nameOf(deed) }))
  const timesOf = (name: string): number => done.filter((doneName) => doneName === name).length
  const known = new Set(expected.map((deed) => deed.name))
  const conversations = [...new Set(expected.map((deed) => deed.conversation))]
  return {
    lost: expected.filter((deed) => deed.isSeen && timesOf(deed.name) === 0).map((deed) => deed.name),
    doubles: [...known].filter((name) => timesOf(name) > 1),
    disordered: conversations.filter((conversation) => {
      const names = expected.filter((deed) => deed.conversation === conversation).map((deed) => deed.name)
      const order = [...new Set(done)].filter((name) => names.includes(name))
      return order.join('\n') !== names.filter((name) => order.includes(name)).join('\n')
    }),
    foreign: done.filter((name) => !known.has(name)),
  }
}

export function nameOf(deed: Deed): string {
  return deed.does === 'say' ? `${deed.conversation} say ${deed.content}` : `${deed.conversation} ${deed.does}`
}

/** The server's journal as deeds. A conversation begun here is identified by its phone number. */
function mutationNames(mutations: readonly Mutation[]): readonly string[] {
  const phones = new Map<string, string>()
  const names: string[] = []
  for (const mutation of mutations) {
    if (mutation.kind === 'create') phones.set(mutation.conversationId, mutation.phone ?? 'no phone')
    if (mutation.by === null) continue
    const conversation = phones.get(mutation.conversationId) ?? mutation.conversationId
    names.push(`${conversation} ${deedOf(mutation)}`)
  }
  return names
}

function deedOf(mutation: Mutation): string {
  switch (mutation.kind) {
    case 'create':
      return 'begin'
    case 'send':
      return `say ${mutation.content}`
    case 'close':
      return 'close'
    case 'update':
      return mutation.status === 'resolved' ? 'resolve' : `update ${JSON.stringify(mutation)}`
  }
}
