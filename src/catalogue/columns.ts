/**
 * The catalogue's data of each conversation as columns: objects for a hundred thousand rows would take ten times the memory. A slot is a
 * conversation's permanent index in the columns; it is never reused.
 */
export type Columns = {
  readonly ids: readonly string[]
  /** -1 for an unknown conversation. */
  readonly slotOf: (conversationId: string) => number
  /** The conversation's slot, created if necessary. */
  readonly makeSlot: (conversationId: string) => number
  /** One bit per view in the order of VIEWS; 0 for a deleted conversation. */
  views: Uint16Array
  /** 1 when its whole thread is on this device. */
  threads: Uint8Array
  /** Codes from `makeCodes`, like `tags`. */
  channels: Uint16Array
  tags: Uint32Array
  /** Epoch ms. */
  activityAt: Float64Array
  waitingSince: Float64Array
}

const FIRST_SLOTS = 1_024

export function makeColumns(): Columns {
  const ids: string[] = []
  const slots = new Map<string, number>()
  const columns: Columns = {
    ids,
    slotOf: (id) => slots.get(id) ?? -1,
    makeSlot(id) {
      const known = slots.get(id)
      if (known !== undefined) return known
      const slot = ids.push(id) - 1
      slots.set(id, slot)
      if (slot >= columns.views.length) grow(columns)
      return slot
    },
    views: new Uint16Array(FIRST_SLOTS),
    threads: new Uint8Array(FIRST_SLOTS),
    channels: new Uint16Array(FIRST_SLOTS),
    tags: new Uint32Array(FIRST_SLOTS),
    activityAt: new Float64Array(FIRST_SLOTS),
    waitingSince: new Float64Array(FIRST_SLOTS),
  }
  return columns
}

function grow(columns: Columns): void {
  const copyInto = <T extends { set: (from: ArrayLike<number>) => void }>(column: ArrayLike<number>, larger: T): T => {
    larger.set(column)
    return larger
  }
  const length = columns.views.length * 2
  columns.views = copyInto(columns.views, new Uint16Array(length))
  columns.threads = copyInto(columns.threads, new Uint8Array(length))
  columns.channels = copyInto(columns.channels, new Uint16Array(length))
  columns.tags = copyInto(columns.tags, new Uint32Array(length))
  columns.activityAt = copyInto(columns.activityAt, new Float64Array(length))
  columns.waitingSince = copyInto(columns.waitingSince, new Float64Array(length))
}

/** Interns values that many conversations share: each distinct value gets one code. */
export type Codes<T> = { readonly codeOf: (value: T) => number; readonly valueOf: (code: number) => T | undefined }

export function makeCodes<T>(keyOf: (value: T) => string): Codes<T> {
  const codes = new Map<string, number>()
  const values: T[] = []
  return {
    codeOf(value) {
      const key = keyOf(value)
      const known = codes.get(key)
      if (known !== undefined) return known
      const code = values.push(value) - 1
      codes.set(key, code)
      return code
    },
    valueOf: (code) => values[code],
  }
}
