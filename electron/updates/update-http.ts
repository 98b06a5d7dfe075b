import { EventEmitter } from 'node:events'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { Readable } from 'node:stream'
import { type DownloadOptions, HttpExecutor } from 'builder-util-runtime'
import { UpdateError } from './update-problem.ts'
import { limitedBody, timedOut, type UpdateLimits } from './limited-body.ts'

/** An installer has about 100 MB, and a description less than 10 KB. */
export const UPDATE_LIMITS: UpdateLimits = {
  description: 1_000_000,
  file: 1_000_000_000,
  idleMs: 30_000,
  descriptionMs: 60_000,
}

/**
 * Nothing of what electron-updater would send, such as an id of this installation. Each request has a connection of its own, because the
 * next one comes a day later.
 */
const HEADERS = { 'user-agent': 'Clarion', accept: '*/*', 'cache-control': 'no-cache', connection: 'close' }

/** What electron-updater needs of a request. */
class UpdateRequest extends EventEmitter {
  readonly #run: () => Promise<void>
  readonly abort: () => void

  constructor(run: () => Promise<void>, abort: () => void) {
    super()
    this.#run = run
    this.abort = abort
  }

  end(): void {
    void this.#run().catch((error: unknown) => this.emit('error', error))
  }
}

/**
 * The only network of the updater. electron-updater's own uses Chromium's, which main has closed (page-network.ts), and follows redirects
 * without an end. This one asks only the feed's origin, through the same proxy as all requests, sends no id and no key, and reads no more
 * than the limits.
 */
export class UpdateHttp extends HttpExecutor<UpdateRequest> {
  readonly #origin: string
  readonly #limits: UpdateLimits
  readonly #fetch: typeof fetch

  constructor(feed: string, limits: UpdateLimits, fetchFrom: typeof fetch) {
    super()
    this.#origin = new URL(feed).origin
    this.#limits = limits
    this.#fetch = fetchFrom
  }

  /** Called by electron-updater for an installer. */
  async download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    const { protocol, hostname, port, pathname, search } = url
    const request = { protocol, hostname, path: pathname + search, ...(port !== '' && { port }) }
    return options.cancellationToken.createPromise<string>((resolve, reject, onCancel) => {
      const callback = (error: Error | null): void => (error === null ? resolve(destination) : reject(error))
      // Closing the file calls back with nothing.
      const done = (error?: Error | null): void => callback(error ?? null)
      this.doDownload(request, { destination, options, onCancel, callback: done, responseHandler: null }, 0)
    })
  }

  override createRequest(options: RequestOptions, onResponse: (response: IncomingMessage) => void): UpdateRequest {
    const url = urlOf(options)
    if (url.origin !== this.#origin) throw new UpdateError('CLARION_OTHER_SERVER')
    const stop = new AbortController()
    const run = async (): Promise<void> => onResponse(await this.#ask(url, stop))
    return new UpdateRequest(run, () => stop.abort())
  }

  /** The limits here replace those of electron-updater, whose errors have no code. */
  override addErrorAndTimeoutHandlers(request: UpdateRequest, reject: (error: Error) => void): void {
    request.on('error', reject)
  }

  /** The response as electron-updater reads it. Its body fails with an error that has a code. */
  async #ask(url: URL, stop: AbortController): Promise<IncomingMessage> {
    const isDescription = url.pathname.endsWith('.yml')
    const { description, file, idleMs, descriptionMs } = this.#limits
    const timer = setTimeout(() => stop.abort(timedOut()), idleMs)
    const response = await this.#fetch(url.href, { headers: HEADERS, redirect: 'manual', signal: stop.signal })
      .catch((error: unknown) => {
        throw stop.signal.aborted ? stop.signal.reason : error
      })
      .finally(() => clearTimeout(timer))
    const maxBytes = isDescription ? description : file
    const refusal = this.#refusalOf(response, url, maxBytes)
    if (refusal !== null) {
      stop.abort()
      throw refusal
    }
    const body = limitedBody(response, { maxBytes, idleMs, totalMs: isDescription ? descriptionMs : null }, stop)
    const { status: statusCode, headers } = response
    const read = Object.assign(Readable.from(body, { objectMode: false }), {
      statusCode,
      headers: Object.fromEntries(headers),
    })
    return read as unknown as IncomingMessage
  }

  #refusalOf({ status, headers }: Response, url: URL, maxBytes: number): Error | null {
    // None is followed, so that a feed's address is the only one that a firewall must allow.
    const location = headers.get('location')
    if (status >= 300 && status < 400 && location !== null && originOf(location, url) !== this.#origin)
      return new UpdateError('CLARION_OTHER_SERVER')
    if (status >= 300) return new UpdateError(`HTTP_ERROR_${status}`)
    return Number(headers.get('content-length') ?? 0) > maxBytes ? new UpdateError('CLARION_TOO_LARGE') : null
  }
}

function urlOf({ protocol, hostname, port, path }: RequestOptions): URL {
  const portPart = port === undefined || port === null ? '' : `:${port}`
  return new URL(`${protocol ?? 'https:'}//${hostname ?? ''}${portPart}${path ?? '/'}`)
}

function originOf(location: string, base: URL): string | null {
  try {
    return new URL(location, base).origin
  } catch {
    return null
  }
}
