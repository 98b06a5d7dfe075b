const HEAD_END = '\r\n\r\n'

/**
 * Tells the requests of one kept-alive connection apart: bytes in, whole requests out (head and body, as sent).
 * Bodies must come with a Content-Length, as every client of ours sends them; a chunked one throws.
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

/** Where the first request ends; null while it is not there whole. */
function endOfRequest(bytes: Buffer): number | null {
  const headEnd = bytes.indexOf(HEAD_END)
  if (headEnd === -1) return null
  const head = bytes.toString('latin1', 0, headEnd)
  if (/^transfer-encoding:/im.test(head)) throw new Error(`a chunked request cannot be told apart:\n${head}`)
  const bodyLength = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0)
  const end = headEnd + HEAD_END.length + bodyLength
  return bytes.length >= end ? end : null
}
