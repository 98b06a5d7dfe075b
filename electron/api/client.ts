import { createFetch, type FetchResponse } from 'ofetch'
import { type Failure, failed, type Result, success } from '../../src/shared/failure.ts'
import { codeOf, failureOfError, failureOfStatus } from './failure-of.ts'

/** Where a request goes and in whose name. Never leaves the main process. */
export type ApiAccount = { readonly baseUrl: string; readonly apiKey: string }

export type Request = {
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** Begins with a slash; every id in it is encoded already. */
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
  /** Goes out as `Idempotency-Key`: harmless, and of use the day a server honours it. */
  readonly opId?: string
}

/** A 2xx with a whole JSON body. Whether it says what was hoped for is for the caller to read. */
export type ApiAnswer = {
  readonly status: number
  readonly body: unknown
  /** Epoch ms by the server's `Date`; null without one. */
  readonly serverAt: number | null
}

export type Client = (account: ApiAccount, request: Request) => Promise<Result<ApiAnswer>>

/** Silence for this long, ms, ends a request: before the headers, or between two pieces of a body. */
const SILENCE_MS = 30_000
/** And this ends one that drips, ms. */
const MAX_REQUEST_MS = 180_000
/** A thread of 10,000 long messages is a tenth of this; more would only be meant to fill the memory. */
const MAX_BODY_BYTES = 64 * 1024 * 1024

/**
 * The one way to the network. It sends each request exactly once: no retry here, none in Node's
 * fetch (unlike Chromium's, which repeats a POST on a connection that was closed), no redirect followed, so
 * that the key goes to no other host. Every outcome is data.
 */
export function makeClient(options: {
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly silenceMs?: number
  readonly maxBodyBytes?: number
}): Client {
  const { silenceMs = SILENCE_MS, maxBodyBytes = MAX_BODY_BYTES, now } = options
  const api = createFetch({
    fetch: options.fetch,
    defaults: { retry: false, redirect: 'manual', ignoreResponseError: true },
  })

  return async function send(account, request) {
    const watch = startWatch(silenceMs)
    try {
      const response = await api.raw(account.baseUrl + request.path, {
        method: request.method,
        headers: headersOf(account, request),
        ...(request.body === undefined ? {} : { body: request.body }),
        responseType: 'stream',
        signal: watch.signal,
      })
      watch.progress()
      return await readAnswer(response, { account, now, maxBodyBytes, progress: watch.progress })
    } catch (error) {
      return failed(failureOfError(error))
    } finally {
      watch.stop()
    }
  }
}

function headersOf(account: ApiAccount, request: Request): Record<string, string> {
  return {
    accept: 'application/json',
    authorization: `Bearer ${account.apiKey}`,
    ...(request.opId === undefined ? {} : { 'idempotency-key': request.opId }),
  }
}

type Reading = {
  readonly account: ApiAccount
  readonly now: () => number
  readonly maxBodyBytes: number
  readonly progress: () => void
}

async function readAnswer(
  response: FetchResponse<ReadableStream<Uint8Array>>,
  reading: Reading,
): Promise<Result<ApiAnswer>> {
  const { status, headers } = response
  const date = Date.parse(headers.get('date') ?? '')
  const serverAt = Number.isNaN(date) ? null : date
  const read = await readBody(response, reading)
  if (read.isTooLong) return failed({ kind: 'unreadable', status, why: 'the answer is too long' })
  const body = parseJson(read.text)
  const failure = failureOfStatus({
    status,
    body,
    cutBy: read.cutBy,
    retryAfter: headers.get('retry-after'),
    now: serverAt ?? reading.now(),
  })
  return failure === null ? success({ status, body, serverAt }) : failed(withoutKey(failure, reading.account.apiKey))
}

type Body = { readonly text: string; readonly cutBy: string | null; readonly isTooLong: boolean }

/** Reads to the end or to the bound. A body that is cut keeps its status: a 401 without its words is still a 401. */
async function readBody(response: FetchResponse<ReadableStream<Uint8Array>>, reading: Reading): Promise<Body> {
  const decoder = new TextDecoder()
  const pieces: string[] = []
  let bytes = 0
  try {
    for await (const piece of response.body ?? []) {
      reading.progress()
      bytes += piece.byteLength
      if (bytes > reading.maxBodyBytes) return { text: '', cutBy: null, isTooLong: true }
      pieces.push(decoder.decode(piece, { stream: true }))
    }
  } catch (error) {
    return { text: '', cutBy: codeOf(error), isTooLong: false }
  }
  pieces.push(decoder.decode())
  return { text: pieces.join(''), cutBy: null, isTooLong: false }
}

/** A server that repeats the key in its complaint must not carry it into the window. */
function withoutKey(failure: Failure, apiKey: string): Failure {
  if (!('words' in failure) || failure.words === null) return failure
  return { ...failure, words: failure.words.replaceAll(apiKey, '•••') }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Ends a request that has gone quiet. ofetch's own `timeout` stops watching at the headers; this one sees the body through. */
function startWatch(silenceMs: number): {
  readonly signal: AbortSignal
  readonly progress: () => void
  readonly stop: () => void
} {
  const controller = new AbortController()
  const end = (): void =>
    controller.abort(Object.assign(new Error('gone quiet'), { name: 'TimeoutError', code: 'TIMEOUT' }))
  const longest = setTimeout(end, MAX_REQUEST_MS)
  let silence = setTimeout(end, silenceMs)
  return {
    signal: controller.signal,
    progress() {
      clearTimeout(silence)
      silence = setTimeout(end, silenceMs)
    },
    stop() {
      clearTimeout(silence)
      clearTimeout(longest)
    },
  }
}
