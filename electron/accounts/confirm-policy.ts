import { linkTarget } from '../../src/shared/link-target.ts'
import { text } from '../strings/text.ts'
import { checkBaseUrl } from './base-url.ts'

/** A server that the user has not confirmed, as the dialog names it. */
export type UnknownHost = {
  /** The host in its encoded form, with its port. An address that is not encrypted begins with `http://`. */
  readonly shown: string
  readonly isThisComputer: boolean
  readonly isEncrypted: boolean
}

export type ConfirmDecision =
  | { readonly is: 'confirmed' }
  | { readonly is: 'unknown'; readonly host: UnknownHost }
  | { readonly is: 'refused'; readonly why: string }

/**
 * Decides whether main may send to this address at once, or only after the user has agreed. The user confirms scheme, host and port
 * together, as the URL parser writes them: another port, http instead of https or a trailing dot can lead to another server.
 */
export function confirmPolicy(address: string, confirmedAddresses: readonly string[]): ConfirmDecision {
  const checked = checkBaseUrl(address)
  if (!checked.ok) return { is: 'refused', why: checked.why }
  const { origin, hostname, protocol } = new URL(checked.baseUrl)
  if (confirmedAddresses.some((confirmed) => originOf(confirmed) === origin)) return { is: 'confirmed' }
  // The rule of links refuses hosts that no dialog can show honestly: too long, or with characters that no name has.
  const target = linkTarget(`${origin}/`)
  if (!target.ok) return { is: 'refused', why: text('address.invalid') }
  const host = {
    shown: target.shown,
    isThisComputer: leadsToThisComputer(hostname),
    isEncrypted: protocol === 'https:',
  }
  return { is: 'unknown', host }
}

/** Null for a workspace without an address. */
function originOf(address: string): string | null {
  const checked = checkBaseUrl(address)
  return checked.ok ? new URL(checked.baseUrl).origin : null
}

/** More forms than may be used without encryption: systems connect to this computer under each of them. */
function leadsToThisComputer(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '')
  if (name === 'localhost' || name.endsWith('.localhost')) return true
  // The URL parser writes IPv4 as four numbers, and an IPv4 address within IPv6 as two groups: [::ffff:7f00:1].
  return /^(?:127|0)\.\d+\.\d+\.\d+$/.test(name) || /^\[::(?:1|ffff:7f[\da-f]{2}:[\da-f]+|ffff:0:0)?\]$/.test(name)
}
