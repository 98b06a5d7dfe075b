/** Grows typed arrays by half at least, so that growing is rare. */

type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>

export function grown<T extends Numbers>(array: T, length: number): T {
  if (array.length >= length) return array
  const Constructor = array.constructor as new (length: number) => T
  const larger = new Constructor(Math.max(length, 64, Math.ceil(array.length * 1.5)))
  larger.set(array)
  return larger
}
