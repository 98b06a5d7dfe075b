import { type ClientRequest, type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type DownloadOptions, HttpExecutor } from 'builder-util-runtime'
import { UpdateError } from './update-problem.ts'

export type UpdateLimits = {
  /** Bytes of the description of a version. */
  readonly description: number
  /** Bytes of an installer. */
  readonly file: number
  /** How long the server may send nothing, ms. */
  readonly idleMs: number
  /** How long the description may take, ms. */
  readonly descriptionMs: number
}

/** An installer has about 100 MB, and a description less than 10 KB. */
export const UPDATE_LIMITS: UpdateLimits = {
  description: 1_000_000,
  file: 1_000_000_000,
  idleMs: 30_000,
  descriptionMs: 60_000,
}

/** Sends a request. Another one is given where main uses a proxy. */
export type SendRequest = (options: RequestOptions, onResponse: (response: IncomingMessage) => void) => ClientRequest

/** A connection for each request: a check has two a day, and a kept one may be closed by the server meanwhile. */
const sendByNode: SendRequest = (options, onResponse) =>
  (options.protocol === 'http:' ? requestHttp : requestHttps)({ ...options, agent: false }, onResponse)

/**
 * The only network of the updater. electron-updater's own uses Chromium's, which main has closed (page-network.ts), and follows
 * redirects without an end. This one asks only the feed's origin, sends no id and no key, and reads no more than the limits.
 */
export class UpdateHttp extends HttpExecutor<ClientRequest> {
  readonly #origin: string
  readonly #limits: UpdateLimits
  readonly #send: SendRequest

  constructor(feed: string, limits: UpdateLimits = UPDATE_LIMITS, send: SendRequest = sendByNode) {
    super()
    this.#origin = new URL(feed).origin
    this.#limits = limits
    this.#send = send
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

  override createRequest(options: RequestOptions, onResponse: (response: IncomingMessage) => void): ClientRequest {
    const url = urlOf(options)
    if (url.origin !== this.#origin) throw new UpdateError('CLARION_OTHER_SERVER')
    const isDescription = url.pathname.endsWith('.yml')
    const request = this.#send({ ...options, headers: ownHeaders(), auth: null }, (response) => {
      const refusal = this.#refusalOf(response, url, isDescription)
      if (refusal !== null) return void request.destroy(refusal)
      answer = response
      // First, so that what it pipes to gets every byte.
      onResponse(response)
      this.#count(response, stop, isDescription)
    })
    let answer: IncomingMessage | null = null
    // The response first: otherwise it only says that the connection was lost.
    const stop = (error: Error): void => {
      answer?.destroy(error)
      request.destroy(error)
    }
    request.setTimeout(this.#limits.idleMs, () => stop(timeout()))
    if (isDescription) {
      const timer = setTimeout(() => stop(timeout()), this.#limits.descriptionMs)
      request.on('close', () => clearTimeout(timer))
    }
    return request
  }

  /** The limits above replace those of electron-updater, whose errors have no code. */
  override addErrorAndTimeoutHandlers(request: ClientRequest, reject: (error: Error) => void): void {
    request.on('error', reject)
  }

  #refusalOf(response: IncomingMessage, url: URL, isDescription: boolean): Error | null {
    const { statusCode = 0, headers } = response
    if (statusCode >= 400) return new UpdateError(`HTTP_ERROR_${statusCode}`)
    // None is followed, so that a feed's address is the only one that a firewall must allow.
    if (statusCode >= 300) {
      const isOther = headers.location !== undefined && originOf(headers.location, url) !== this.#origin
      return new UpdateError(isOther ? 'CLARION_OTHER_SERVER' : `HTTP_ERROR_${statusCode}`)
    }
    const length = Number(headers['content-length'] ?? 0)
    return length > this.#limitOf(isDescription) ? new UpdateError('CLARION_TOO_LARGE') : null
  }

  /** A server may name no length, or a wrong one. */
  #count(response: IncomingMessage, stop: (error: Error) => void, isDescription: boolean): void {
    let left = this.#limitOf(isDescription)
    response.on('data', (chunk: Buffer | string) => {
      left -= Buffer.byteLength(chunk)
      if (left < 0) stop(new UpdateError('CLARION_TOO_LARGE'))
    })
  }

  #limitOf(isDescription: boolean): number {
    return isDescription ? this.#limits.description : this.#limits.file
  }
}

/** Nothing of what electron-updater would send, such as an id of this installation. */
function ownHeaders(): Record<string, string> {
  return { 'User-Agent': 'Clarion', Accept: '*/*', 'Cache-Control': 'no-cache' }
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

function timeout(): Error {
  return Object.assign(new Error('the update server sends nothing'), { code: 'ETIMEDOUT' })
}
