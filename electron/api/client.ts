import { createFetch, type FetchResponse } from 'ofetch'
import { failed, type Result, success } from '../../src/shared/failure.ts'
import { codeOf, failureOfError, failureOfStatus } from './failure-of.ts'

/** The server and the key of a request. Never leaves the main process. */
export type ApiAccount = { readonly baseUrl: string; readonly apiKey: string }

export type Request = {
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** Begins with a slash. Every id in it is already encoded. */
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
  /** Sent as `Idempotency-Key`. The documented API ignores it; a server that supports it can reject duplicates. */
  readonly opId?: string
}

/** A 2xx with a complete JSON body. The caller validates the content. */
export type ApiAnswer = {
  readonly status: number
  readonly body: unknown
  /** Epoch ms from the `Date` header; null when there is none. */
  readonly serverAt: number | null
}

export type Client = (account: ApiAccount, request: Request) => Promise<Result<ApiAnswer>>

/** A request ends after this long without data, ms: before the headers, or between two chunks of the body. */
const SILENCE_MS = 30_000
/** The longest that a request may take in total, ms, even if data still arrives slowly. */
const MAX_REQUEST_MS = 180_000
/** Bytes. A thread of 10,000 long messages is a tenth of this. A larger body could use up the memory. */
const MAX_BODY_BYTES = 64 * 1024 * 1024

/**
 * The only code that makes requests. It sends each request exactly once: it does not retry, and the given `fetch` writes a request once
 * (electron/network/send-once.ts). It follows no redirect, so that the key reaches no other host.
 * It never rejects: every outcome is a Result.
 */
export function makeClient(options: {
  /** Must send each request once and follow no redirect when told so. */
  readonly fetch: typeof globalThis.fetch
  /** Those of the same implementation as `fetch`: naming Node's own would load Node's fetch too. */
  readonly Headers?: object
  readonly now: () => number
  readonly silenceMs?: number
  readonly maxBodyBytes?: number
}): Client {
  const { silenceMs = SILENCE_MS, maxBodyBytes = MAX_BODY_BYTES, now } = options
  const api = createFetch({
    fetch: options.fetch,
    ...(options.Headers && { Headers: options.Headers as typeof globalThis.Headers }),
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
    secret: reading.account.apiKey,
  })
  return failure === null ? success({ status, body, serverAt }) : failed(failure)
}

type Body = { readonly text: string; readonly cutBy: string | null; readonly isTooLong: boolean }

/** Reads up to the limit. A response whose body is cut keeps its status: a 401 without its message is still a 401. */
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Aborts a request that receives no data. ofetch's own `timeout` covers the headers only; this one covers the body too. */
function startWatch(silenceMs: number): {
  readonly signal: AbortSignal
  readonly progress: () => void
  readonly stop: () => void
} {
  const controller = new AbortController()
  const end = (): void =>
    controller.abort(Object.assign(new Error('no data received'), { name: 'TimeoutError', code: 'TIMEOUT' }))
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
