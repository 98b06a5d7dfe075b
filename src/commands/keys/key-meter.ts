import { type Latencies, makeLatencies } from '../../shared/speed/latencies.ts'

/** A command's latencies, ms; see `Figures`. */
export type CommandSpeed = {
  readonly commandId: string
  readonly count: number
  readonly p50: number
  readonly p95: number
}

export type KeySpeed = { readonly commands: readonly CommandSpeed[]; readonly droppedFrames: number }

export type KeyMeter = {
  /** A key ran a command. `at`: the time of its event. */
  readonly note: (commandId: string, at: number) => void
  readonly read: () => KeySpeed
  /** Forgets keys whose frame was not painted: a hidden window paints none. */
  readonly forgetPending: () => void
}

/** Keys that wait for one frame. More come only while the page is blocked; they are not measured. */
const MAX_PENDING = 16

/**
 * Measures the time from a key press to the frame painted after it, with one animation frame and one message for each frame, and no
 * allocation for a key. Event Timing is not used: it reports no event under 16 ms and rounds to 8 ms. Nothing is made before the first key.
 */
export function makeKeyMeter(parts: {
  /** Calls once before the next frame is painted. */
  readonly beforePaint: (then: () => void) => void
  /** Called in the frame; calls once after it is painted. */
  readonly afterPaint: (then: () => void) => void
  /** Of the same clock as the events, ms. */
  readonly now: () => number
}): KeyMeter {
  const { beforePaint, afterPaint, now } = parts
  const commandIds: string[] = []
  const keyOf = new Map<string, number>()
  const pendingAt = new Float64Array(MAX_PENDING)
  const pendingKey = new Uint16Array(MAX_PENDING)
  let pending = 0
  let isWaiting = false
  let latencies: Latencies | null = null

  const onFrame = (): void => afterPaint(onPainted)
  function onPainted(): void {
    const paintedAt = now()
    isWaiting = false
    for (let index = 0; index < pending; index += 1)
      latencies?.add(pendingKey[index] ?? 0, paintedAt - (pendingAt[index] ?? paintedAt))
    pending = 0
  }

  function keyFor(commandId: string): number {
    const known = keyOf.get(commandId)
    if (known !== undefined) return known
    keyOf.set(commandId, commandIds.length)
    return commandIds.push(commandId) - 1
  }

  return {
    note(commandId, at) {
      latencies ??= makeLatencies()
      if (pending === MAX_PENDING) return
      pendingAt[pending] = at
      pendingKey[pending] = keyFor(commandId)
      pending += 1
      if (isWaiting) return
      isWaiting = true
      beforePaint(onFrame)
    },
    read: () => ({
      commands: (latencies?.read() ?? []).map(({ key, ...figures }) => ({
        commandId: commandIds[key] ?? '',
        ...figures,
      })),
      droppedFrames: latencies?.droppedFrames() ?? 0,
    }),
    forgetPending() {
      pending = 0
    },
  }
}

let channel: MessageChannel | null = null
let onMessage = (): void => {}

/** A message that is posted in a frame is handled after the frame is painted. One channel serves all. */
function afterPaint(then: () => void): void {
  onMessage = then
  if (channel === null) {
    channel = new MessageChannel()
    channel.port1.onmessage = () => onMessage()
  }
  channel.port2.postMessage(null)
}

/** The window's meter. */
export const keyMeter: KeyMeter = makeKeyMeter({
  beforePaint: (then) => void requestAnimationFrame(then),
  afterPaint,
  now: () => performance.now(),
})
