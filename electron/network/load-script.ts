import { readFile, stat } from 'node:fs/promises'
import { get as httpGet } from 'node:http'
import { get as httpsGet } from 'node:https'
import { fileURLToPath } from 'node:url'

/** Bytes. Real scripts have some hundred kilobytes at most. */
const MAX_SCRIPT_BYTES = 1_000_000
const LIMIT_MS = 5_000

/** Loads a proxy script, without a proxy and without following redirects; null when it can't be loaded or is none. */
export async function loadScript(address: string, ca: readonly string[]): Promise<string | null> {
  try {
    const url = new URL(address)
    const text = url.protocol === 'file:' ? await readScript(fileURLToPath(url)) : await downloadScript(url, ca)
    // A captive portal answers with its own page.
    return text.includes('FindProxyForURL') && !/^\s*</.test(text) ? text : null
  } catch {
    return null
  }
}

async function readScript(path: string): Promise<string> {
  if ((await stat(path)).size > MAX_SCRIPT_BYTES) throw new Error('the script is too long')
  return await readFile(path, 'utf8')
}

function downloadScript(url: URL, ca: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { signal: AbortSignal.timeout(LIMIT_MS), agent: false, ca: [...ca] }
    const request = url.protocol === 'https:' ? httpsGet(url, options) : httpGet(url, options)
    request.on('error', reject)
    request.on('response', (response) => {
      if (response.statusCode !== 200) return request.destroy(new Error('no script'))
      const pieces: Buffer[] = []
      let bytes = 0
      response.on('data', (piece: Buffer) => {
        bytes += piece.length
        if (bytes > MAX_SCRIPT_BYTES) request.destroy(new Error('the script is too long'))
        pieces.push(piece)
      })
      response.on('error', reject)
      response.on('end', () => resolve(Buffer.concat(pieces).toString('utf8')))
    })
  })
}
