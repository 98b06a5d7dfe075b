const HEAD_END = '\r\n\r\n'

/**
 * Splits the bytes of a keep-alive connection into complete requests (head and body, as sent). Bodies need a
 * Content-Length, which all our clients send; a chunked body throws.
 */
export function createRequestSplitter(onRequest: (request: Buffer) => void): (bytes: Buffer) => void {
  let waiting: Buffer = Buffer.alloc(0)
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes])
    for (let end = endOfRequest(waiting); end !== null; end = endOfRequest(waiting)) {
      const request = waiting.subarray(0, end)
      waiting = waiting.subarray(end)
      onRequest(request)
    }
  }
}

/** The end of the first request; null while it is incomplete. */
function endOfRequest(bytes: Buffer): number | null {
  const headEnd = bytes.indexOf(HEAD_END)
  if (headEnd === -1) return null
  const head = bytes.toString('latin1', 0, headEnd)
  if (/^transfer-encoding:/im.test(head)) throw new Error(`a chunked request cannot be told apart:\n${head}`)
  const bodyLength = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0)
  const end = headEnd + HEAD_END.length + bodyLength
  return bytes.length >= end ? end : null
}
