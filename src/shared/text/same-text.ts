import { normalised } from './nfc.ts'

/**
 * Two texts are the same message when they agree after what servers are known to do to text in
 * passing: Unicode composition, line ends, outer space, runs of space.
 */
export function isSameText(one: string, other: string): boolean {
  return one === other || normaliseText(one) === normaliseText(other)
}

export function normaliseText(text: string): string {
  return normalised(text, 'NFC').replaceAll('\r\n', '\n').trim().replaceAll(/\s+/gu, ' ')
}
