import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { createRequestSplitter } from './request-splitter.ts'

const HOST = '127.0.0.1'

/** Receives a complete raw request: `POST /conversations/… HTTP/1.1`, headers, body. */
export type RequestMatch = (request: string) => boolean

type Rule = {
  readonly cut: 'request' | 'answer' | 'nothing'
  readonly matches: RequestMatch
  /** Bytes of the response that still pass. */
  readonly afterBytes: number
  readonly once: boolean
  readonly fired: (request: string) => void
}

type Link = {
  readonly client: Socket
  upstream: Socket | null
  cutting: { rule: Rule; request: string; bytesLeft: number } | null
}

/** A raw TCP proxy between a client and a server that can break the connection. It never changes the bytes that it passes. */
export class FaultProxy {
  /** Every complete request received, in order, whether it was passed on or not. */
  readonly requests: string[] = []
  /** Delay of each piece of a response, ms. */
  delayMs = 0
  #upstreamPort: number
  readonly #links = new Set<Link>()
  #rules: Rule[] = []
  #server: Server | null = null
  #silent = false
  #port = 0

  /** Use `startFaultProxy` instead. */
  constructor(upstreamPort: number) {
    this.#upstreamPort = upstreamPort
  }

  get port(): number {
    return this.#port
  }

  get url(): string {
    return `http://${HOST}:${this.#port}`
  }

  /** Number of connected clients. */
  get connections(): number {
    return this.#links.size
  }

  /** Drops open connections and refuses new ones. */
  async cutOff(): Promise<void> {
    const server = this.#server
    this.#server = null
    const stopped = server && new Promise((resolve) => server.close(resolve))
    this.#dropLinks()
    await stopped
  }

  /** Later connections go to another server. */
  leadTo(upstreamPort: number): void {
    this.#upstreamPort = upstreamPort
  }

  /** A black hole: accepts connections but passes nothing in either direction. */
  goSilent(): void {
    this.#silent = true
  }

  /** Passes everything again at the same address. Connections with swallowed data are dropped. */
  async restore(): Promise<void> {
    if (this.#silent) this.#dropLinks()
    this.#silent = false
    if (!this.#server) await this.listen()
  }

  /** Passes the next matching request and drops its response. Resolves with the request when the connection is cut. */
  cutNextAnswer(matches: RequestMatch = () => true, { afterBytes = 0 } = {}): Promise<string> {
    return this.#once('answer', matches, afterBytes)
  }

  /** Drops the next matching request before any byte reaches the server. Resolves with it when the connection is cut. */
  cutNextRequest(matches: RequestMatch = () => true): Promise<string> {
    return this.#once('request', matches)
  }

  /** Resolves with the next matching request as it passes. */
  nextRequest(matches: RequestMatch = () => true): Promise<string> {
    return this.#once('nothing', matches)
  }

  /** Like `cutNextAnswer` and `cutNextRequest` for every match, until the returned function is called. */
  cutEvery(cut: 'request' | 'answer', matches: RequestMatch = () => true): () => void {
    const rule: Rule = { cut, matches, afterBytes: 0, once: false, fired: () => undefined }
    this.#rules.push(rule)
    return () => this.#forget(rule)
  }

  async listen(): Promise<void> {
    const server = createServer((client) => this.#accept(client))
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(this.#port, HOST, resolve)
    })
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
  }

  async close(): Promise<void> {
    this.#rules = []
    await this.cutOff()
  }

  #once(cut: Rule['cut'], matches: RequestMatch, afterBytes = 0): Promise<string> {
    return new Promise((fired) => this.#rules.push({ cut, matches, afterBytes, once: true, fired }))
  }

  #forget(rule: Rule): void {
    this.#rules = this.#rules.filter((other) => other !== rule)
  }

  #accept(client: Socket): void {
    const link: Link = { client, upstream: null, cutting: null }
    this.#links.add(link)
    const split = createRequestSplitter((request) => this.#receive(link, request))
    client.on('data', (bytes) => {
      if (!this.#silent) split(bytes)
    })
    client.on('error', ignoreReset)
    client.on('close', () => {
      drop(link)
      this.#links.delete(link)
    })
  }

  #receive(link: Link, bytes: Buffer): void {
    if (link.client.destroyed) return
    const request = bytes.toString()
    this.requests.push(request)
    const rule = this.#rules.find(({ matches }) => matches(request))
    if (rule?.once) this.#forget(rule)
    if (rule?.cut !== 'answer') rule?.fired(request)
    if (rule?.cut === 'request') return drop(link)
    if (rule?.cut === 'answer') link.cutting = { rule, request, bytesLeft: rule.afterBytes }
    link.upstream ??= this.#connect(link)
    link.upstream.write(bytes)
  }

  #connect(link: Link): Socket {
    const upstream = connect(this.#upstreamPort, HOST)
    upstream.on('data', (bytes) => {
      if (this.#silent) return
      if (link.cutting) this.#cutAnswer(link, link.cutting, bytes)
      else this.#later(() => link.client.write(bytes))
    })
    upstream.on('close', (failed) => this.#later(() => (failed || link.cutting ? drop(link) : link.client.end())))
    upstream.on('error', ignoreReset)
    return upstream
  }

  /** The first byte of the response proves that the server has received the request. */
  #cutAnswer(link: Link, cutting: NonNullable<Link['cutting']>, bytes: Buffer): void {
    const passed = bytes.subarray(0, cutting.bytesLeft)
    cutting.bytesLeft -= passed.length
    if (bytes.length === passed.length && cutting.bytesLeft > 0) {
      link.client.write(passed)
      return
    }
    link.upstream?.removeAllListeners('data')
    link.client.write(passed, () => {
      drop(link)
      cutting.rule.fired(cutting.request)
    })
  }

  #dropLinks(): void {
    for (const link of this.#links) drop(link)
    this.#links.clear()
  }

  #later(run: () => void): void {
    if (this.delayMs > 0) setTimeout(run, this.delayMs)
    else run()
  }
}

/** Starts a proxy in front of the local server at this port. The proxy keeps its address. */
export async function startFaultProxy(upstreamPort: number): Promise<FaultProxy> {
  const proxy = new FaultProxy(upstreamPort)
  await proxy.listen()
  return proxy
}

function drop({ client, upstream }: Link): void {
  client.destroy()
  upstream?.destroy()
}

/** Resets are expected; the 'close' event that follows handles them. */
function ignoreReset(): void {}
