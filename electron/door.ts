import { z } from 'zod'
import { type Bridge, BRIDGE_METHODS, MAX_KNOWN_CONVERSATIONS } from '../src/shared/bridge.ts'
import { THEMES } from '../src/shared/look.ts'
import { failed, type Result } from '../src/shared/failure.ts'
import { STATUSES } from '../src/shared/model.ts'
import { MAX_ZOOM_LEVEL, MIN_ZOOM_LEVEL } from '../src/shared/zoom.ts'
import { errorFactsOf } from './storage/error-facts.ts'
import type { Log } from './storage/log.ts'
import { isOurUrl } from './guards/origin.ts'

/** Bounds no honest call comes near: they keep a broken page from filling this process. */
const id = z.string().min(1).max(1_000)
const words = z.string().max(10_000)
/** Goes out as a header, so it is plain. */
const opId = z.string().regex(/^[\w-]{1,100}$/)
/** The API takes bodies up to 1 MB. */
const content = z.string().min(1).max(1_000_000)
const status = z.enum(STATUSES)
/** Characters of a file that a person saves: more than a hundred thousand messages. */
const EXPORT = 50_000_000
/** And of a piece of a longer one: the page sends them a good deal smaller. */
const EXPORT_PIECE = 8_000_000
const format = z.enum(['markdown', 'json', 'csv'])
const inWorkspace = { workspaceId: id }
const knownConversationIds = z.array(id).min(1).max(MAX_KNOWN_CONVERSATIONS)
/** A call may name at most this many databases. */
const DATABASES = 100
const record = z.strictObject({
  id,
  name: z.string().max(200),
  baseUrl: words,
  isTest: z.boolean(),
  keyPrint: z.string().max(200).nullable(),
})
const read = { ...inWorkspace, isBackground: z.boolean().exactOptional() }
/** How many ops a call may name. */
const OPS = 1_000
/** More than any menu holds. */
const MENU_SECTIONS = 10
const MENU_ENTRIES = 100
const pending = z.strictObject({
  messages: z.int().nonnegative(),
  conversations: z.int().nonnegative(),
  changes: z.int().nonnegative(),
})
const zoomLevel = z.number().min(MIN_ZOOM_LEVEL).max(MAX_ZOOM_LEVEL)
const mutation = { ...inWorkspace, opId }
/** What Electron cannot read as an accelerator makes it throw. */
const accelerator = z
  .string()
  .regex(
    /^(CmdOrCtrl\+)?(Shift\+)?([A-Z0-9,.;/[\]\\'`=-]|F\d{1,2}|Enter|Escape|Up|Down|Left|Right|Backspace|Delete|Home|End|Page(Up|Down))$/,
  )
const menuEntry = z.strictObject({ id: opId, title: z.string().min(1).max(100), accelerator: accelerator.nullable() })

const INPUTS: { readonly [M in keyof Bridge]: z.ZodType<Parameters<Bridge[M]>[0]> } = {
  readSession: z.strictObject({}),
  connectWorkspace: z.strictObject({
    apiKey: words,
    baseUrl: words,
    workspaceId: id.exactOptional(),
    knownConversationIds: knownConversationIds.exactOptional(),
    proofs: z
      .array(z.strictObject({ ...inWorkspace, knownConversationIds }))
      .max(DATABASES)
      .exactOptional(),
  }),
  describeWorkspace: z.strictObject(inWorkspace),
  adoptDatabases: z.strictObject({
    found: z.array(z.strictObject({ databaseName: id, record: record.nullable() })).max(DATABASES),
    missing: z.array(id).max(DATABASES),
  }),
  openDemo: z.strictObject({}),
  chooseWorkspace: z.strictObject(inWorkspace),
  renameWorkspace: z.strictObject({ ...inWorkspace, name: z.string().max(200) }),
  forgetWorkspace: z.strictObject(inWorkspace),
  listConversations: z.strictObject({
    ...read,
    limit: z.int().min(1).max(100),
    offset: z.int().min(0),
    channel: words.exactOptional(),
    status: status.exactOptional(),
    customerId: id.exactOptional(),
  }),
  readConversation: z.strictObject({ ...read, conversationId: id }),
  createConversation: z.strictObject({
    ...mutation,
    channel: words,
    customerPhone: words.exactOptional(),
    customerEmail: words.exactOptional(),
    customerName: words.exactOptional(),
  }),
  sendMessage: z.strictObject({ ...mutation, conversationId: id, content }),
  updateConversation: z.strictObject({
    ...mutation,
    conversationId: id,
    status: status.exactOptional(),
    customerName: words.exactOptional(),
    tags: z.array(words).max(1_000).exactOptional(),
  }),
  closeConversation: z.strictObject({ ...mutation, conversationId: id }),
  openedDatabase: z.strictObject({ ...inWorkspace, installId: opId.nullable() }),
  recallOps: z.strictObject({ ...inWorkspace, opIds: z.array(opId).max(OPS) }),
  rememberOps: z.strictObject({
    ...inWorkspace,
    // JSON may write six characters for one.
    ops: z.array(z.strictObject({ opId, payload: z.string().min(1).max(8_000_000) })).max(OPS),
  }),
  forgetOps: z.strictObject({ ...inWorkspace, opIds: z.array(opId).max(OPS) }),
  reportUnsent: z.strictObject({ ...inWorkspace, waiting: pending, asking: pending }),
  // This goes to the log, which has no field for free text.
  reportBrokenPart: z.strictObject({
    part: z.string().regex(/^[a-z ]{1,40}$/),
    name: z.string().regex(/^\w{1,40}$/),
    where: z.string().regex(/^[\w.:< -]{0,1000}$/),
  }),
  readLook: z.strictObject({}),
  setLook: z.strictObject({ theme: z.enum(THEMES).exactOptional(), zoomLevel: zoomLevel.exactOptional() }),
  listRequests: z.strictObject(inWorkspace),
  exportRequests: z.strictObject({ ...inWorkspace, to: z.enum(['clipboard', 'file']) }),
  showNotification: z.strictObject({
    ...inWorkspace,
    conversationId: id.nullable(),
    // Systems show far less; too many would make some of them stumble.
    title: z.string().min(1).max(200),
    body: z.string().max(500),
    isSilent: z.boolean(),
  }),
  withdrawNotification: z.strictObject({ ...inWorkspace, conversationId: id.nullable() }),
  showBadge: z.strictObject({ count: z.int().min(0).max(10_000_000) }),
  openLink: z.strictObject({ url: words }),
  saveExport: z.strictObject({
    name: words,
    format,
    content: z.string().max(EXPORT),
  }),
  beginExport: z.strictObject({ name: words, format }),
  appendExport: z.strictObject({ exportId: opId, content: z.string().max(EXPORT_PIECE) }),
  endExport: z.strictObject({ exportId: opId, isWhole: z.boolean() }),
  showMenu: z.strictObject({
    sections: z
      .array(
        z.strictObject({
          name: z.enum(['app', 'file', 'conversation', 'go', 'help']),
          entries: z.array(menuEntry).max(MENU_ENTRIES),
        }),
      )
      .max(MENU_SECTIONS),
  }),
}

/** Who calls; null when the frame is gone. */
export type CallSender = { readonly url: string; readonly isTopFrame: boolean; readonly isOurWindow: boolean } | null

/** Only our document, at the top of a window that we made. */
export function senderPolicy(sender: CallSender): boolean {
  return sender !== null && sender.isOurWindow && sender.isTopFrame && isOurUrl(sender.url)
}

export type Door = (method: string, sender: CallSender, input: unknown) => Promise<Result<unknown>>

/** The one way in for the window: whose call it is, then whether it is well formed, then the handler. It never rejects. */
export function makeDoor(bridge: Bridge, log: Log): Door {
  return async function enter(method, sender, input) {
    if (!isMethod(method)) return refuse('There is no such call.')
    if (!senderPolicy(sender)) {
      log('sender-refused', { method })
      return refuse('Only the window of this app may ask.')
    }
    try {
      return await call(bridge, method, input, log)
    } catch (error) {
      log('handler-broke', { method, ...errorFactsOf(error) })
      // Where something may have been sent, a broken handler is no proof that it was not.
      return MUTATIONS.has(method)
        ? failed({ kind: 'interrupted', code: 'BUG' })
        : refuse('Something broke inside the app. Try again.')
    }
  }
}

async function call<M extends keyof Bridge>(
  bridge: Bridge,
  method: M,
  input: unknown,
  log: Log,
): Promise<Result<unknown>> {
  const parsed = INPUTS[method].safeParse(input)
  if (!parsed.success) {
    log('input-refused', { method })
    return refuse('This call is not well formed.')
  }
  const handler = bridge[method] as (input: Parameters<Bridge[M]>[0]) => Promise<Result<unknown>>
  return await handler.call(bridge, parsed.data)
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

function refuse(why: string): Result<unknown> {
  return failed({ kind: 'refused', words: why })
}
