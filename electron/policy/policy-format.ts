import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { checkBaseUrl } from '../accounts/base-url.ts'
import { IDLE_MINUTES } from '../../src/shared/sealing.ts'
import type { ManagedSettings } from '../../src/shared/network/managed.ts'

/**
 * The policy file. Every object is strict: an unknown field may be a misspelled restriction, and a file that is only half understood must
 * not apply. docs/policy.md explains each field to administrators.
 */

const httpsUrl = z.templateLiteral(['https://', z.string()]).refine(isHttps)
const serverUrl = z
  .string()
  .max(2_048)
  .transform((raw, context) => {
    const checked = checkBaseUrl(raw)
    if (checked.ok) return checked.baseUrl
    context.addIssue({ code: 'custom' })
    return z.NEVER
  })

const settings = z.strictObject({
  lockAfterIdleMinutes: z.literal([...IDLE_MINUTES]).nullable(),
  lockWithSystem: z.boolean(),
  notificationDetails: z.boolean(),
  updates: z.boolean(),
  closeToTray: z.boolean(),
  startAtLogin: z.boolean(),
} satisfies { [S in keyof ManagedSettings]: z.ZodType<ManagedSettings[S]> })

/** `api.example.com`, `api.example.com:8443`, `*.example.com` */
const HOST = /^(?:\*\.)?[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*(?::\d{1,5})?$/
/** Rules of Chromium: `http://proxy.example.com:8080`. No user name, because every user could read it. */
const PROXY_SERVER = /^https?:\/\/(?:[a-z\d.-]+|\[[\da-f:.]+\])(?::\d{1,5})?\/?$/i

const proxy = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('system') }),
  z.strictObject({ mode: z.literal('direct') }),
  z.strictObject({
    mode: z.literal('fixed'),
    server: z.string().regex(PROXY_SERVER),
    bypass: z
      .array(z.string().regex(/^[\w.*:/[\]<>-]{1,255}$/))
      .max(200)
      .default([]),
  }),
  z.strictObject({
    mode: z.literal('script'),
    url: z
      .string()
      .max(2_048)
      .regex(/^(?:https?|file):\/\//),
  }),
])

export const policyFile = z.strictObject({
  organisation: z.string().trim().min(1).max(80).optional(),
  workspaces: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(80), url: serverUrl }))
    .max(50)
    .default([]),
  allowedHosts: z.array(z.string().toLowerCase().regex(HOST)).max(200).optional(),
  settings: settings.partial().default({}),
  updateFeed: httpsUrl.optional(),
  proxy: proxy.default({ mode: 'system' }),
  caFile: z.string().max(4_096).refine(isAbsolute).optional(),
})

export type PolicyFile = z.infer<typeof policyFile>
export type ProxyPolicy = z.infer<typeof proxy>

function isHttps(raw: string): boolean {
  try {
    const { protocol, username, password } = new URL(raw)
    return protocol === 'https:' && username === '' && password === ''
  } catch {
    return false
  }
}

/** Why a file can't be used. `field`: a path such as `settings.updates`. */
export type PolicyProblem =
  | { readonly why: 'owner' | 'writable' | 'unreadable' | 'huge' | 'json' | 'access' }
  | { readonly why: 'unknownField' | 'wrongValue'; readonly field: string }
  | { readonly why: 'certificates' }

export type ParsedPolicy =
  | { readonly ok: true; readonly file: PolicyFile }
  | { readonly ok: false; readonly problem: PolicyProblem }

/** Characters of a field's path that are shown. */
const MAX_FIELD = 100

export function parsePolicy(text: string): ParsedPolicy {
  let json: unknown
  try {
    // Editors of Windows write a byte order mark.
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { ok: false, problem: { why: 'json' } }
  }
  const read = policyFile.safeParse(json)
  if (read.success) return { ok: true, file: read.data }
  const [issue] = read.error.issues
  const path = issue?.path ?? []
  if (issue?.code === 'unrecognized_keys')
    return { ok: false, problem: { why: 'unknownField', field: fieldOf([...path, ...issue.keys.slice(0, 1)]) } }
  return { ok: false, problem: { why: 'wrongValue', field: fieldOf(path) } }
}

/** `workspaces[0].url`; empty for the whole file. */
function fieldOf(path: readonly PropertyKey[]): string {
  const written = path.map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`)).join('')
  return written.replace(/^\./, '').slice(0, MAX_FIELD)
}
