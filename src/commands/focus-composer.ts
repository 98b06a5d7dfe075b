/** A thread that was only just chosen is read and drawn within a few frames; a closing dialog gives the focus back in between. */
const MOST_FRAMES = 60
/** Frames in a row after which nobody else will take the focus. */
const STEADY_FRAMES = 4

/** Puts the focus into the composer of a thread that is being opened. Gives up quietly when it does not come. */
export function focusComposer(conversationId: string): void {
  let frames = 0
  let steady = 0
  const look = (): void => {
    const field = document.getElementById('reply')
    const isThere =
      field?.dataset['conversationId'] === conversationId && document.querySelector('[role=dialog]') === null
    if (isThere && document.activeElement === field) steady += 1
    else if (isThere) field.focus()
    frames += 1
    if (steady < STEADY_FRAMES && frames < MOST_FRAMES) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
