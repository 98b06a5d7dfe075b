/** A window that is not seen draws nothing, and must not wait for it. */
const FRAME_LIMIT_MS = 250

/** Resolves once what was drawn is on screen. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, FRAME_LIMIT_MS)
    requestAnimationFrame(() => setTimeout(resolve))
  })
}
