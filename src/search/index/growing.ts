/** Typed arrays that have room for `length`; half as much again when they must grow, so that growing is rare. */

type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>

export function grown<T extends Numbers>(array: T, length: number): T {
  if (array.length >= length) return array
  const Made = array.constructor as new (length: number) => T
  const larger = new Made(Math.max(length, 64, Math.ceil(array.length * 1.5)))
  larger.set(array)
  return larger
}
