import { BRIDGE_METHODS } from '../src/shared/bridge-methods.ts'
import type { Bridge } from '../src/shared/bridge.ts'
import { failed, type Result } from '../src/shared/failure.ts'
import { errorFactsOf } from './storage/error-facts.ts'
import type { Log } from './storage/log.ts'
import { INPUTS } from './door-inputs.ts'
import { isOurUrl } from './guards/origin.ts'
import { text } from './strings/text.ts'

/** The frame that called; null when it no longer exists. */
export type CallSender = { readonly url: string; readonly isTopFrame: boolean; readonly isOurWindow: boolean } | null

/** Accepts only our document in the top frame of our window. */
export function senderPolicy(sender: CallSender): boolean {
  return sender !== null && sender.isOurWindow && sender.isTopFrame && isOurUrl(sender.url)
}

export type Door = (method: string, sender: CallSender, input: unknown) => Promise<Result<unknown>>

/** The only entry for calls of the window. It checks the sender, then the input, and then calls the handler. It never rejects. */
export function makeDoor(bridge: Bridge, log: Log): Door {
  return async function enter(method, sender, input) {
    if (!isMethod(method)) return refuse(text('bug.unknownCall'))
    if (!senderPolicy(sender)) {
      log('sender-refused', { method })
      return refuse(text('bug.notOurWindow'))
    }
    try {
      return await call(bridge, method, input, log)
    } catch (error) {
      log('handler-broke', { method, ...errorFactsOf(error) })
      // A mutation may have been sent before the handler failed.
      return MUTATIONS.has(method) ? failed({ kind: 'interrupted', code: 'BUG' }) : refuse(text('bug.unexpected'))
    }
  }
}

async function call<M extends keyof Bridge>(
  bridge: Bridge,
  method: M,
  input: unknown,
  log: Log,
): Promise<Result<unknown>> {
  const parsed = parseInput(method, input)
  if (parsed === null) {
    log('input-refused', { method })
    return refuse(text('bug.invalidCall'))
  }
  const handler = bridge[method] as (input: Parameters<Bridge[M]>[0]) => Promise<Result<unknown>>
  return await handler.call(bridge, parsed)
}

/** Null for an invalid input. A schema throws where a value cannot be compared, such as an object without a prototype as a length. */
function parseInput<M extends keyof Bridge>(method: M, input: unknown): Parameters<Bridge[M]>[0] | null {
  try {
    const parsed = INPUTS[method].safeParse(input)
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function isMethod(method: string): method is keyof Bridge {
  return Object.hasOwn(BRIDGE_METHODS, method)
}

const MUTATIONS: ReadonlySet<keyof Bridge> = new Set([
  'createConversation',
  'sendMessage',
  'updateConversation',
  'closeConversation',
])

function refuse(words: string): Result<unknown> {
  return failed({ kind: 'refused', words })
}
