/**
 * What the catalogue knows of each conversation, as columns: a hundred thousand rows as objects would take ten times the memory. A
 * conversation's slot is its place in them, for good: a slot is never given to another one.
 */
export type Columns = {
  readonly ids: readonly string[]
  /** -1 for one that was never here. */
  readonly slotOf: (conversationId: string) => number
  /** Its slot, made if there is none. */
  readonly makeSlot: (conversationId: string) => number
  /** One bit a view in the order of VIEWS; 0 for one that is gone. */
  views: Uint16Array
  /** 1 when its whole thread is on this device. */
  threads: Uint8Array
  /** Codes of words.ts. */
  channels: Uint16Array
  tags: Uint32Array
  /** Epoch ms. */
  activityAt: Float64Array
  waitingSince: Float64Array
  /** 0 for none. Two different addresses may share one: whoever looks for an address looks at the conversation, too. */
  phones: Uint32Array
  emails: Uint32Array
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
    phones: new Uint32Array(FIRST_SLOTS),
    emails: new Uint32Array(FIRST_SLOTS),
  }
  return columns
}

function grow(columns: Columns): void {
  const twice = <T extends { set: (from: ArrayLike<number>) => void }>(column: ArrayLike<number>, larger: T): T => {
    larger.set(column)
    return larger
  }
  const length = columns.views.length * 2
  columns.views = twice(columns.views, new Uint16Array(length))
  columns.threads = twice(columns.threads, new Uint8Array(length))
  columns.channels = twice(columns.channels, new Uint16Array(length))
  columns.tags = twice(columns.tags, new Uint32Array(length))
  columns.activityAt = twice(columns.activityAt, new Float64Array(length))
  columns.waitingSince = twice(columns.waitingSince, new Float64Array(length))
  columns.phones = twice(columns.phones, new Uint32Array(length))
  columns.emails = twice(columns.emails, new Uint32Array(length))
}

/** Few different words that many conversations share, each kept once and known by its code. */
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
