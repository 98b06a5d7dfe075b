import { SandboxRefusal } from './refusal.ts'

const MAX_BODY_BYTES = 1024 * 1024

/** The body of a request, and whether it is valid JSON. */
export type Body = { readonly text: string; readonly readable: boolean; readonly value: unknown }

/** Enforces the limit with and without Content-Length. Hono's own limit would need Hono's Request instead of the global one. */
export async function readBody(request: Request): Promise<Body> {
  if (Number(request.headers.get('Content-Length') ?? 0) > MAX_BODY_BYTES) throw tooLarge()
  const text = await readText(request)
  try {
    return { text, readable: true, value: text === '' ? null : (JSON.parse(text) as unknown) }
  } catch {
    return { text, readable: false, value: null }
  }
}

async function readText(request: Request): Promise<string> {
  if (!request.body) return ''
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  for (let length = 0; ;) {
    const { done, value } = await reader.read().catch(() => {
      throw new SandboxRefusal(400, 'Request body is incomplete')
    })
    if (done) return Buffer.concat(chunks).toString('utf8')
    length += value.length
    if (length > MAX_BODY_BYTES) throw tooLarge()
    chunks.push(value)
  }
}

function tooLarge(): SandboxRefusal {
  return new SandboxRefusal(413, 'Request body is larger than 1 MB')
}
