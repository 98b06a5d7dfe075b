import { failed, type Result, success } from '../../src/shared/failure.ts'
import type { Policy } from '../policy/policy.ts'
import type { Ask, Question } from '../shell/question.ts'
import type { Log } from '../storage/log.ts'
import { text, type TextId } from '../strings/text.ts'
import { confirmPolicy, type UnknownHost } from './confirm-policy.ts'
import { MAX_CONNECTS, MAX_REFUSALS, mustNotAsk, mustNotConnect } from './connect-limit.ts'
import type { WorkspaceStore } from './workspaces.ts'

/** Every address of the page passes here before main sends anything to it. */
export interface HostGate {
  /** Resolves after the user's answer if the server is not confirmed. Nothing may be sent when it gives a failure. */
  admit(baseUrl: string): Promise<Result<null>>
}

/**
 * The addresses of workspaces that ever had a key are confirmed, and what the user confirms during this run. So a page that is taken over
 * can neither probe addresses nor send anything to a server of its choice.
 */
export function makeHostGate(parts: {
  readonly workspaces: Pick<WorkspaceStore, 'confirmedAddresses'>
  readonly ask: Ask
  /** What the administrator says of this server. */
  readonly decideServer: Policy['decideServer']
  /** ms of a clock that only moves forward. */
  readonly now: () => number
  readonly log: Log
}): HostGate {
  const { workspaces, ask, decideServer, now, log } = parts
  const confirmedNow: string[] = []
  let refusedAt: readonly number[] = []
  let connectedAt: readonly number[] = []

  function refuse(why: 'declined' | 'busy' | 'paused' | 'tooOften' | 'policy', id: TextId): Result<null> {
    log('connect-refused', { why })
    return failed({ kind: 'refused', words: text(id), ...(why === 'declined' && { isDeclined: true }) })
  }

  return {
    async admit(baseUrl) {
      if (mustNotConnect(connectedAt, now())) return refuse('tooOften', 'connect.tooOften')
      const decision = confirmPolicy(baseUrl, [...workspaces.confirmedAddresses(), ...confirmedNow])
      if (decision.is === 'refused') return failed({ kind: 'refused', words: decision.why })
      const policy = decideServer(baseUrl)
      if (policy === 'forbidden') return refuse('policy', 'connect.notAllowed')
      if (decision.is === 'unknown' && policy === 'known-only') return refuse('policy', 'connect.policyBroken')
      if (decision.is === 'unknown' && policy !== 'named') {
        if (mustNotAsk(refusedAt, now())) return refuse('paused', 'connect.paused')
        const answer = await ask(hostQuestion(decision.host))
        if (answer === 'busy') return refuse('busy', 'connect.busy')
        if (answer === 'no') {
          refusedAt = [...refusedAt, now()].slice(-MAX_REFUSALS)
          return refuse('declined', 'connect.declined')
        }
        confirmedNow.push(baseUrl)
      }
      connectedAt = [...connectedAt, now()].slice(-MAX_CONNECTS)
      return success(null)
    },
  }
}

/** The text of the dialog. */
export function hostQuestion({ shown, isThisComputer, isEncrypted }: UnknownHost): Question {
  const notes = [
    text('connect.sendsThere'),
    ...(isThisComputer ? [text('connect.thisComputer')] : []),
    ...(isEncrypted ? [] : [text('connect.notEncrypted')]),
  ]
  return {
    message: text('connect.question', { host: shown }),
    detail: notes.join('\n\n'),
    agree: text('connect.connect'),
    cancel: text('connect.cancel'),
  }
}
