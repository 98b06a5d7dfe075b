import type { Mutation } from '../../electron/sandbox/request-journal.ts'

/** What a person did, in order. Nobody promised anything of what was not seen on screen before the kill. */
export type Deed = {
  /** The server's id, or the phone number of a conversation that was begun here. */
  readonly conversation: string
  isSeen: boolean
} & ({ readonly does: 'say'; readonly content: string } | { readonly does: 'begin' | 'resolve' | 'close' })

export type Verdict = {
  /** Seen on screen, and not with the server. */
  readonly lost: readonly string[]
  /** With the server more than once. */
  readonly doubles: readonly string[]
  /** Conversations in which the server did things in another order than they were asked for. */
  readonly disordered: readonly string[]
  /** Done at the server, and asked for by nobody. */
  readonly foreign: readonly string[]
}

/** Holds what was promised against what the server did at the request of this app. */
export function judge(deeds: readonly Deed[], mutations: readonly Mutation[]): Verdict {
  const done = mutationNames(mutations)
  const asked = deeds.map((deed) => ({ ...deed, name: nameOf(deed) }))
  const timesOf = (name: string): number => done.filter((one) => one === name).length
  const known = new Set(asked.map((deed) => deed.name))
  const conversations = [...new Set(asked.map((deed) => deed.conversation))]
  return {
    lost: asked.filter((deed) => deed.isSeen && timesOf(deed.name) === 0).map((deed) => deed.name),
    doubles: [...known].filter((name) => timesOf(name) > 1),
    disordered: conversations.filter((conversation) => {
      const names = asked.filter((deed) => deed.conversation === conversation).map((deed) => deed.name)
      const order = [...new Set(done)].filter((name) => names.includes(name))
      return order.join('\n') !== names.filter((name) => order.includes(name)).join('\n')
    }),
    foreign: done.filter((name) => !known.has(name)),
  }
}

export function nameOf(deed: Deed): string {
  return deed.does === 'say' ? `${deed.conversation} say ${deed.content}` : `${deed.conversation} ${deed.does}`
}

/** The server's journal in the words of deeds. A conversation that was begun here goes by its phone number. */
function mutationNames(mutations: readonly Mutation[]): readonly string[] {
  const phones = new Map<string, string>()
  const names: string[] = []
  for (const mutation of mutations) {
    if (mutation.kind === 'create') phones.set(mutation.conversationId, mutation.phone ?? 'no phone')
    if (mutation.by === null) continue
    const conversation = phones.get(mutation.conversationId) ?? mutation.conversationId
    names.push(`${conversation} ${wordsOf(mutation)}`)
  }
  return names
}

function wordsOf(mutation: Mutation): string {
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
