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

type BodyLimits = { readonly maxBytes: number; readonly idleMs: number; readonly totalMs: number | null }

/** The pieces of a body. Throws at a limit, whatever length the server named, and ends the connection then. */
export async function* limitedBody(
  response: Response,
  { maxBytes, idleMs, totalMs }: BodyLimits,
  stop: AbortController,
): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader()
  if (reader === undefined) return
  const startedAt = performance.now()
  let left = maxBytes
  try {
    for (;;) {
      const restMs = totalMs === null ? idleMs : Math.min(idleMs, totalMs - (performance.now() - startedAt))
      const piece = await within(restMs, reader.read())
      if (piece.done) return
      left -= piece.value.byteLength
      if (left < 0) throw new UpdateError('CLARION_TOO_LARGE')
      yield piece.value
    }
  } finally {
    // Also when the reader of the pieces gives up. Does nothing after the end.
    stop.abort()
  }
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut()), Math.max(0, limitMs))
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    // It fails when the connection is ended.
    work.catch(() => {})
  }
}

export function timedOut(): Error {
  return Object.assign(new Error('the update server sends nothing'), { code: 'ETIMEDOUT' })
}
