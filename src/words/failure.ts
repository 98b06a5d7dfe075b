import { assertNever, type Failure, NOT_CREATED } from '../shared/failure.ts'
import { type NetworkTrouble, networkTroubleOf } from '../shared/network/network-trouble.ts'
import { writeUnit } from '../shared/region/locale.ts'
import { text, type TextId } from '../strings/text.ts'
import { durationWords } from '../ui/time-words.ts'
import { harmlessLine } from './harmless-text.ts'

/** What happened and what happens next, for background work such as sync and the outbox. */
export function failureSentence(failure: Failure): string {
  const next = nextOf(failure)
  return next === null ? failureCause(failure) : `${failureCause(failure)} ${next}`
}

/** What happened, in one sentence. For an action that the user waits for, which isn't retried. */
export function failureCause(failure: Failure): string {
  const own = ownWordsOf(failure)
  if (own !== null) return own
  const clause = clauseOf(failure)
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`
}

/** The same as it follows a colon: "the server isn’t responding". */
export function failureClause(failure: Failure): string {
  return ownWordsOf(failure)?.replace(/\.$/, '') ?? clauseOf(failure)
}

/** True when waiting doesn't help and the user has to do something. */
export function needsUser(failure: Failure): boolean {
  return failure.kind === 'unauthorized' || failure.kind === 'rejected' || failure.kind === 'refused'
}

/** What is still downloaded: the list for the first time, threads, or nothing that would change the counts. */
export type Download = 'list' | 'threads' | 'nothing'

/**
 * Without a connection, or while the server waits for the user, nothing comes: the counts are then those of what is on this device.
 * `isOffline`: no request reaches the server.
 */
export function downloadOf(
  reachability: {
    readonly progress?: object | null
    readonly failure: Failure | null
    readonly areThreadsRead?: boolean
  },
  key: string,
  isOffline: boolean,
): Download {
  const { progress, failure, areThreadsRead } = reachability
  if (key === 'missing' || isOffline || (failure !== null && needsUser(failure))) return 'nothing'
  if (progress != null) return 'list'
  return areThreadsRead === true ? 'nothing' : 'threads'
}

/** The same for several workspaces: the list of one counts for all. */
export function mergeDownloads(downloads: readonly Download[]): Download {
  return (['list', 'threads'] as const).find((download) => downloads.includes(download)) ?? 'nothing'
}

/** True when there seems to be no network; false when a machine refused the connection. */
export function hasNoNetwork(failure: Failure): boolean {
  return failure.kind === 'unreachable' && NO_NETWORK.has(failure.code)
}

const NO_NAME: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME'])
const NO_NETWORK: ReadonlySet<string> = new Set([...NO_NAME, 'ENETUNREACH', 'ENETDOWN'])

const WAITS_FOR_SOMEONE: ReadonlySet<string> = new Set(['PROXY_LOGIN', 'HOST_NOT_ALLOWED'])

function nextOf(failure: Failure): string | null {
  // The sentence says what to do, or only an administrator can.
  if (failure.kind === 'unreachable' && WAITS_FOR_SOMEONE.has(failure.code)) return null
  switch (failure.kind) {
    case 'unreachable':
    case 'interrupted':
    case 'server':
    case 'unreadable':
      return text('words.next.retrying')
    case 'throttled':
      return text('words.next.resumes')
    case 'unauthorized':
      return text('words.next.newKey')
    case 'rejected':
      return text('words.next.notRetried')
    case 'refused':
      return null
    default:
      return assertNever(failure)
  }
}

/** Sentences of our own, from when no request was made; null for other failures. */
function ownWordsOf(failure: Failure): string | null {
  const isOwn = failure.kind === 'refused' || (failure.kind === 'unauthorized' && failure.status === 0)
  return isOwn && failure.words !== NOT_CREATED ? failure.words : null
}

function clauseOf(failure: Failure): string {
  switch (failure.kind) {
    case 'unreachable':
      return unreachableClause(failure.code)
    case 'interrupted':
      return text('words.cause.interrupted')
    case 'unauthorized':
      return unauthorizedClause(failure.status, withoutFullStop(failure.words))
    case 'throttled':
      return failure.retryAfterMs === null
        ? text('words.cause.throttled')
        : text('words.cause.throttledFor', { pause: pauseText(failure.retryAfterMs) })
    case 'rejected':
      return text('words.cause.rejected', { reason: withoutFullStop(failure.words) })
    case 'server':
      return serverClause(failure.status, failure.words)
    case 'unreadable':
      return text('words.cause.unreadable')
    case 'refused':
      return text('words.cause.notCreated')
    default:
      return assertNever(failure)
  }
}

const TROUBLES = {
  PROXY_LOGIN: 'network.cause.proxyLogin',
  PROXY_SIGN_IN: 'network.cause.proxySignIn',
  PROXY_UNREACHABLE: 'network.cause.proxyUnreachable',
  PROXY_REFUSED: 'network.cause.proxyRefused',
  PROXY_CERTIFICATE: 'network.cause.proxyCertificate',
  PROXY_UNSUPPORTED: 'network.cause.proxyUnsupported',
  PROXY_SCRIPT: 'network.cause.proxyScript',
} as const satisfies Record<NetworkTrouble, TextId>

/** Why there is no connection through the proxy: "the proxy asks for a name and password". */
export function networkClause(trouble: NetworkTrouble): string {
  return text(TROUBLES[trouble])
}

/** Nobody whom this computer trusts has signed the certificate. */
const UNTRUSTED: ReadonlySet<string> = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
])

function unreachableClause(code: string): string {
  const trouble = networkTroubleOf(code)
  if (trouble !== null) return networkClause(trouble)
  if (code === 'HOST_NOT_ALLOWED') return text('network.cause.notAllowed')
  if (UNTRUSTED.has(code)) return text('network.cause.untrusted')
  if (NO_NAME.has(code)) return text('words.cause.noName')
  if (code === 'ENETUNREACH' || code === 'ENETDOWN') return text('words.cause.noNetwork')
  if (code === 'EHOSTUNREACH' || code === 'EHOSTDOWN') return text('words.cause.noRoute')
  if (code === 'ECONNREFUSED' || code === 'UND_ERR_CONNECT_TIMEOUT') return text('words.cause.noResponse')
  if (/CERT|TLS|SSL|SIGN|ISSUER|HOSTNAME|_CA$/.test(code)) return text('words.cause.identity', { code })
  return text('words.cause.unreachable', { code })
}

function serverClause(code: number, words: string | null): string {
  const status = String(code)
  if (code < 400) return text('words.cause.redirect', { status })
  return words === null
    ? text('words.cause.server', { status })
    : text('words.cause.serverBecause', { status, reason: withoutFullStop(words) })
}

function unauthorizedClause(status: number, reason: string): string {
  return status === 403 ? text('words.cause.forbidden', { reason }) : text('words.cause.badKey', { reason })
}

function pauseText(pauseMs: number): string {
  return pauseMs >= 60_000 ? durationWords(pauseMs) : writeUnit(Math.ceil(pauseMs / 1000), 'second')
}

/** The server's text in one line. Our sentence quotes it and adds a full stop. */
function withoutFullStop(words: string): string {
  return harmlessLine(words).replace(/\.$/, '')
}
