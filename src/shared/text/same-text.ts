import { normalised } from './nfc.ts'

/**
 * Compares messages, ignoring the changes that servers are known to make: Unicode composition, line ends, outer white space and
 * repeated white space.
 */
export function isSameText(a: string, b: string): boolean {
  return a === b || normaliseText(a) === normaliseText(b)
}

export function normaliseText(text: string): string {
  return normalised(text, 'NFC').replaceAll('\r\n', '\n').trim().replaceAll(/\s+/gu, ' ')
}
