/** RFC 3492, section 5. */
const [BASE, T_MIN, T_MAX, SKEW, DAMP] = [36, 1, 26, 38, 700]
const MAX_CODE_POINT = 0x10_ff_ff

/** Decodes the part of a host label after `xn--`; null when it is invalid. Needed because browsers differ in what they accept. */
export function decodePunycode(encoded: string): string | null {
  if (!/^[a-z\d-]*$/i.test(encoded)) return null
  const dash = encoded.lastIndexOf('-')
  const points = [...encoded.slice(0, Math.max(0, dash))].map((character) => character.codePointAt(0) ?? 0)
  let [point, index, bias] = [128, 0, 72]
  for (let at = dash + 1; at < encoded.length;) {
    const read = readNumber(encoded, at, bias)
    if (read === null) return null
    const length = points.length + 1
    bias = nextBias(read.value, length, index === 0 && point === 128)
    index += read.value
    point += Math.floor(index / length)
    index %= length
    if (point > MAX_CODE_POINT) return null
    points.splice(index, 0, point)
    index += 1
    at = read.end
  }
  return points.every(isCharacter) ? String.fromCodePoint(...points) : null
}

/** Reads a variable-length number: every digit but the last is at or above a threshold that depends on its position. */
function readNumber(encoded: string, from: number, bias: number): { value: number; end: number } | null {
  let [value, weight] = [0, 1]
  for (let at = from, position = BASE; at < encoded.length; at += 1, position += BASE) {
    const digit = digitOf(encoded.charAt(at))
    value += digit * weight
    if (value > MAX_CODE_POINT * encoded.length) return null
    const threshold = Math.min(T_MAX, Math.max(T_MIN, position - bias))
    if (digit < threshold) return { value, end: at + 1 }
    weight *= BASE - threshold
  }
  return null
}

function nextBias(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2))
  rest += Math.floor(rest / length)
  let bias = 0
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; bias += BASE) rest = Math.floor(rest / (BASE - T_MIN))
  return bias + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}

/** a to z are 0 to 25, 0 to 9 are 26 to 35. */
function digitOf(character: string): number {
  return 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(character.toLowerCase())
}

function isCharacter(point: number): boolean {
  return point < 0xd8_00 || point > 0xdf_ff
}
