import { HIDDEN_SWITCH } from '../login/login-item.ts'

export type StartMoment = {
  /** The arguments of this start, without the executable. */
  readonly args: readonly string[]
  /** macOS started the app at login. It passes no arguments. */
  readonly isAtLogin: boolean
  /** The user's setting for a start at login. */
  readonly startsHidden: boolean
}

/** Whether this start opens no window. A start with a link was asked for, so it opens one. */
export function isHiddenStart({ args, isAtLogin, startsHidden }: StartMoment, hasLink: boolean): boolean {
  return !hasLink && (args.includes(HIDDEN_SWITCH) || (isAtLogin && startsHidden))
}

/** How long a desktop that is just starting may take to show its tray, ms. */
export const TRAY_GRACE_MS = 10_000

/**
 * Shows a hidden window for which the desktop has no tray, without taking the focus. `mayAppear`: the tray may still come, so it waits.
 */
export function revealWithoutTray(parts: {
  readonly hasPlace: () => boolean
  readonly mayAppear: boolean
  readonly reveal: () => void
  readonly after: (delayMs: number, run: () => void) => void
}): void {
  const { hasPlace, mayAppear, reveal, after } = parts
  if (hasPlace()) return
  if (!mayAppear) return reveal()
  after(TRAY_GRACE_MS, () => {
    if (!hasPlace()) reveal()
  })
}
