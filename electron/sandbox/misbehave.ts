import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, MiddlewareHandler } from 'hono'
import { invariant } from '../../src/shared/failure.ts'
import type { Clock } from './clock.ts'
import type { Fault, Faults } from './faults.ts'

const ERROR_PAGE =
  '<!doctype html><html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>'

/** Replaces the response with a fault, before or after the request takes effect. */
export function misbehave(faults: Faults, clock: Clock): MiddlewareHandler<{ Bindings: Partial<HttpBindings> }> {
  return async (context, next) => {
    // Read before the request takes effect, because a test may clear the faults immediately after that.
    const released = faults.released()
    const rule = faults.take({ method: context.req.method, path: context.req.path })
    if (!rule || rule.applied) await next()
    if (faults.delayMs > 0) await new Promise<void>((resolve) => clock.after(faults.delayMs, resolve))
    if (!rule) return
    if (rule.fault.answer === 'hang') {
      await released
      // A request that took effect gets its normal response, only late.
      if (rule.applied) return
    }
    const text = rule.applied
      ? await context.res.text()
      : JSON.stringify({ success: true, data: { id: 'conv_abc123' } })
    // Set to undefined first: Hono otherwise copies the headers of the previous response to the new one.
    context.res = undefined
    context.res = rule.fault.answer === 'cut' ? cutAnswer(context, text) : wrongAnswer(rule.fault)
  }
}

function wrongAnswer(fault: Exclude<Fault, { answer: 'cut' }>): Response {
  switch (fault.answer) {
    case 'status':
      return jsonAnswer(
        { success: false, error: fault.error ?? `Status ${fault.status}` },
        fault.status,
        fault.retryAfter === undefined ? {} : { 'Retry-After': fault.retryAfter },
      )
    case 'html':
      return new Response(ERROR_PAGE, {
        status: fault.status ?? 200,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      })
    case 'failure-with-200':
      return jsonAnswer({ success: false, error: fault.error ?? 'Something went wrong' })
    case 'hang':
      return jsonAnswer({ success: false, error: 'Service unavailable' }, 503)
  }
}

function jsonAnswer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })
}

/** Sends the Content-Length of the whole body and half of the body, and closes the connection. */
function cutAnswer(context: Context<{ Bindings: Partial<HttpBindings> }>, text: string): Response {
  const outgoing = context.env.outgoing
  invariant(outgoing, 'a cut response needs a real connection')
  const body = Buffer.from(text)
  outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length })
  outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy())
  return RESPONSE_ALREADY_SENT
}
