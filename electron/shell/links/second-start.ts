import { isAppLink } from './parse-link.ts'

/**
 * Bytes of all arguments. A second start hands them to the running app in one message of at most 32 KB. Chromium takes an app that does not
 * accept a longer one for hung, and kills it (`kMaxMessageLength` in process_singleton_posix.cc).
 */
export const MAX_ARGUMENT_BYTES = 16_000

/** Whether a start must end before it speaks to the running app. */
export function areArgumentsTooLong(args: readonly string[]): boolean {
  return args.reduce((bytes, arg) => bytes + Buffer.byteLength(arg) + 1, 0) > MAX_ARGUMENT_BYTES
}

/** The link that a start was given; null for none. The system passes one at a time. Chromium may add switches before it. */
export function linkIn(args: readonly string[]): string | null {
  return args.find(isAppLink) ?? null
}
