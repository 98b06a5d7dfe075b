import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { SandboxAccount } from './account.ts'
import { type SandboxAnswer, closed, created, detail, listRow, sent, updated } from './answer.ts'
import type { Behaviour } from './behaviour.ts'
import { type Body, readBody } from './body.ts'
import type { Clock } from './clock.ts'
import type { SandboxConversation } from './conversation.ts'
import type { Faults } from './faults.ts'
import { readChange, readNewConversation, readNewMessage, readPageRequest } from './input.ts'
import type { RequestJournal, RequestEntry } from './request-journal.ts'
import { misbehave } from './misbehave.ts'
import { SandboxRefusal } from './refusal.ts'

type Env = { Bindings: Partial<HttpBindings>; Variables: { entry: RequestEntry; body: Body } }

export type RouteParts = {
  readonly account: SandboxAccount
  readonly behaviour: Behaviour
  /** Read at each request, so that a test can revoke a key. */
  readonly keys: ReadonlySet<string>
  readonly journal: RequestJournal
  readonly faults: Faults
  readonly clock: Clock
  /** Whether `GET /__journal` is available. It is not part of the vendor's API. */
  readonly showJournal: boolean
}

/** The six documented calls as a Hono app. `app.request` calls it without a socket, and `server.ts` serves it. */
export function createRoutes(parts: RouteParts): Hono<Env> {
  const app = new Hono<Env>()
  app.onError((error, context) => answerError(context, error))
  app.notFound(() => {
    throw new SandboxRefusal(404, 'Not found')
  })
  // In this order: nothing of a stranger's request is read or recorded.
  refuseOtherHosts(app)
  refuseOtherKeys(app, parts)
  if (parts.showJournal) {
    app.get('/__journal', (context) => {
      return context.json({ requests: parts.journal.requests(), mutations: parts.journal.mutations() })
    })
  }
  addJournal(app, parts)
  addBodies(app, parts)
  app.use(misbehave(parts.faults, parts.clock))
  addReads(app, parts)
  addWrites(app, parts)
  addOtherMethods(app)
  return app
}

/** This machine's names, with any port: a test may put a proxy between. */
const OUR_HOST = /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/

/** A page in a browser could reach this server as its own if the page's host name resolved to this machine (DNS rebinding). */
function refuseOtherHosts(app: Hono<Env>): void {
  app.use(async (context, next) => {
    const host = context.req.header('Host') ?? new URL(context.req.url).host
    if (!OUR_HOST.test(host))
      throw new SandboxRefusal(421, 'This server answers only under the address of this computer')
    await next()
  })
}

/** A page in a browser cannot send this header without asking first, and the server allows no page. */
function refuseOtherKeys(app: Hono<Env>, { keys }: RouteParts): void {
  app.use(async (context, next) => {
    const key = /^Bearer +(.+)$/i.exec(context.req.header('Authorization') ?? '')?.[1]
    if (key === undefined || !keys.has(key)) throw new SandboxRefusal(401, 'Invalid API key')
    await next()
  })
}

function addJournal(app: Hono<Env>, { journal, clock }: RouteParts): void {
  app.use(async (context, next) => {
    const { pathname, search } = new URL(context.req.url)
    const entry = journal.received({
      at: clock.now(),
      method: context.req.method,
      path: pathname,
      query: search,
      idempotencyKey: context.req.header('Idempotency-Key') ?? null,
    })
    context.set('entry', entry)
    await next()
    journal.answered(entry, context.res.status)
  })
}

/** Reads the body once, for the journal and for the call. */
function addBodies(app: Hono<Env>, { journal }: RouteParts): void {
  app.use(async (context, next) => {
    const body = await readBody(context.req.raw)
    journal.read(context.get('entry'), body)
    context.set('body', body)
    await next()
  })
}

function addReads(app: Hono<Env>, { account, behaviour }: RouteParts): void {
  app.get('/conversations', (context) => {
    const { filter, limit, offset } = readPageRequest(context.req.query())
    return answer(
      context,
      account.list(filter, limit, offset).map((conversation) => listRow(conversation, behaviour)),
    )
  })
  app.get('/conversations/:id', (context) => answer(context, detail(findConversation(context, account))))
}

function addWrites(app: Hono<Env>, { account }: RouteParts): void {
  app.post('/conversations', (context) => {
    const { message: text, ...input } = readNewConversation(bodyOf(context))
    const conversation = account.create(input, causeOf(context))
    const message = text ? account.send(conversation, 'assistant', text, causeOf(context)) : null
    return answer(context, created(conversation, input, message))
  })
  app.post('/conversations/:id/messages', (context) => {
    const conversation = findConversation(context, account)
    const { sender, content } = readNewMessage(bodyOf(context))
    return answer(context, sent(conversation, account.send(conversation, sender, content, causeOf(context))))
  })
  app.patch('/conversations/:id', (context) => {
    const conversation = findConversation(context, account)
    const change = readChange(bodyOf(context))
    account.update(conversation, change, causeOf(context))
    return answer(context, updated(conversation, change))
  })
  app.post('/conversations/:id/close', (context) => {
    const conversation = findConversation(context, account)
    return answer(context, closed(conversation, account.close(conversation, causeOf(context))))
  })
}

function addOtherMethods(app: Hono<Env>): void {
  const allowed = {
    '/conversations': 'GET, POST',
    '/conversations/:id': 'GET, PATCH',
    '/conversations/:id/messages': 'POST',
    '/conversations/:id/close': 'POST',
  }
  for (const [path, methods] of Object.entries(allowed)) {
    app.all(path, (context) => {
      context.header('Allow', methods)
      throw new SandboxRefusal(405, 'Method not allowed')
    })
  }
}

function findConversation(context: Context<Env>, account: SandboxAccount): SandboxConversation {
  const conversation = account.find(context.req.param('id') ?? '')
  if (!conversation) throw new SandboxRefusal(404, 'Conversation not found')
  return conversation
}

function bodyOf(context: Context<Env>): unknown {
  const body = context.get('body')
  if (!body.readable) throw new SandboxRefusal(400, 'Malformed JSON in request body')
  return body.value
}

function causeOf(context: Context<Env>): number {
  return context.get('entry').number
}

function answer(context: Context<Env>, data: SandboxAnswer | readonly SandboxAnswer[]): Response {
  return context.json({ success: true, data })
}

function answerError(context: Context<Env>, error: Error): Response {
  if (error instanceof SandboxRefusal) return context.json({ success: false, error: error.message }, error.status)
  // A bug in the sandbox: the client gets a generic error, and the developer sees the whole error.
  console.error(error)
  return context.json({ success: false, error: 'Internal server error' }, 500)
}
