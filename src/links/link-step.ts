import type { AppLink } from '../shared/lifecycle/app-link.ts'
import type { Workspace } from '../shared/bridge.ts'
import type { Recipient, View } from '../view/view-state.ts'

export type LinkMoment = {
  readonly link: AppLink
  readonly current: Pick<Workspace, 'id' | 'name'>
  readonly known: readonly Pick<Workspace, 'id' | 'name'>[]
  readonly dialog: View['dialog']
}

/** What the prompt says and asks. */
export type LinkQuestion =
  | { readonly about: 'conversation'; readonly conversationId: string }
  | {
      readonly about: 'workspace'
      readonly kind: 'conversation' | 'compose'
      readonly id: string
      readonly name: string
    }
  | { readonly about: 'unknown-workspace'; readonly name: string }
  | { readonly about: 'unusable'; readonly why: Extract<AppLink, { kind: 'unusable' }>['why'] }

export type LinkStep =
  /** An open dialog may hold text that the user has typed. */
  | { readonly do: 'wait' }
  | { readonly do: 'ask'; readonly question: LinkQuestion }
  /** The dialog for a new conversation is the question. */
  | { readonly do: 'compose'; readonly recipient: Recipient }

/** Dialogs that hold nothing, and the prompt itself. */
const REPLACEABLE: ReadonlySet<View['dialog']> = new Set(['none', 'palette', 'help', 'link'])

/** What happens next with a link. Nothing is opened that the user has not agreed to, and nothing is sent. */
export function linkStep({ link, current, known, dialog }: LinkMoment): LinkStep {
  if (!REPLACEABLE.has(dialog)) return { do: 'wait' }
  if (link.kind === 'unusable') return { do: 'ask', question: { about: 'unusable', why: link.why } }
  const target = link.workspace === null ? current : findWorkspace(link.workspace, known)
  if (target === null) return { do: 'ask', question: { about: 'unknown-workspace', name: link.workspace ?? '' } }
  if (target.id !== current.id) {
    const { id, name } = target
    return { do: 'ask', question: { about: 'workspace', kind: link.kind, id, name } }
  }
  if (link.kind === 'compose') return { do: 'compose', recipient: recipientOf(link) }
  // Also after a change of workspace: only now can the question name the customer.
  return { do: 'ask', question: { about: 'conversation', conversationId: link.conversationId } }
}

/** By id, or by the name that it has on this device if no other one has it. */
function findWorkspace<W extends Pick<Workspace, 'id' | 'name'>>(wanted: string, known: readonly W[]): W | null {
  const byId = known.find(({ id }) => id === wanted)
  if (byId !== undefined) return byId
  const named = known.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  return named.length === 1 ? (named[0] ?? null) : null
}

function recipientOf({ channel, to, text }: Extract<AppLink, { kind: 'compose' }>): Recipient {
  const address = channel === 'email' ? { email: to, phone: '' } : { email: '', phone: to }
  return { channel, ...address, name: '', message: text, isFromLink: true }
}
