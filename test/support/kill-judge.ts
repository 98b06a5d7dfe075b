import type { Mutation } from '../../electron/sandbox/request-journal.ts'

/** The user's changes in order. A change that the screen did not confirm before the kill may be lost. */
export type ExpectedChange = {
  /** The server's id, or the phone number for a conversation begun here. */
  readonly conversation: string
  isConfirmed: boolean
} & ({ readonly kind: 'send'; readonly content: string } | { readonly kind: 'create' | 'resolve' | 'close' })

export type Verdict = {
  /** Confirmed on screen but missing on the server. */
  readonly lost: readonly string[]
  /** More than once on the server. */
  readonly duplicates: readonly string[]
  /** Conversations whose changes reached the server in a different order. */
  readonly reordered: readonly string[]
  /** On the server although the user did not make it. */
  readonly unexpected: readonly string[]
}

/** Compares the changes with the mutations that the server received from this app. */
export function judge(changes: readonly ExpectedChange[], mutations: readonly Mutation[]): Verdict {
  const received = mutationNames(mutations)
  const named = changes.map((change) => ({ ...change, name: nameOf(change) }))
  const timesOf = (name: string): number => received.filter((other) => other === name).length
  const known = new Set(named.map((change) => change.name))
  const conversations = [...new Set(named.map((change) => change.conversation))]
  return {
    lost: named.filter((change) => change.isConfirmed && timesOf(change.name) === 0).map((change) => change.name),
    duplicates: [...known].filter((name) => timesOf(name) > 1),
    reordered: conversations.filter((conversation) => {
      const names = named.filter((change) => change.conversation === conversation).map((change) => change.name)
      const order = [...new Set(received)].filter((name) => names.includes(name))
      return order.join('\n') !== names.filter((name) => order.includes(name)).join('\n')
    }),
    unexpected: received.filter((name) => !known.has(name)),
  }
}

export function nameOf(change: ExpectedChange): string {
  return change.kind === 'send'
    ? `${change.conversation} send ${change.content}`
    : `${change.conversation} ${change.kind}`
}

/** The server's journal as changes. A conversation begun here is identified by its phone number. */
function mutationNames(mutations: readonly Mutation[]): readonly string[] {
  const phones = new Map<string, string>()
  const names: string[] = []
  for (const mutation of mutations) {
    if (mutation.kind === 'create') phones.set(mutation.conversationId, mutation.phone ?? 'no phone')
    if (mutation.by === null) continue
    const conversation = phones.get(mutation.conversationId) ?? mutation.conversationId
    names.push(`${conversation} ${describeMutation(mutation)}`)
  }
  return names
}

function describeMutation(mutation: Mutation): string {
  switch (mutation.kind) {
    case 'create':
      return 'create'
    case 'send':
      return `send ${mutation.content}`
    case 'close':
      return 'close'
    case 'update':
      return mutation.status === 'resolved' ? 'resolve' : `update ${JSON.stringify(mutation)}`
  }
}
