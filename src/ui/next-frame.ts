/** A hidden window draws no frames, so the wait is limited. */
const FRAME_LIMIT_MS = 250

/** Resolves after the next frame is painted. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, FRAME_LIMIT_MS)
    requestAnimationFrame(() => setTimeout(resolve))
  })
}
