import { text } from '../strings/text.ts'

const NEVER = 'never'

type IdleOption = { readonly value: string; readonly label: string }

/** The choices for locking without input: never, or after some minutes. */
export function idleOptions(minutes: readonly number[]): readonly IdleOption[] {
  return [
    { value: NEVER, label: text('settings.security.never') },
    ...minutes.map((count) => ({ value: idleOptionOf(count), label: text('settings.security.minutes', { count }) })),
  ]
}

export function idleOptionOf(minutes: number | null): string {
  return minutes === null ? NEVER : String(minutes)
}

export function idleMinutesOf(option: string): number | null {
  return option === NEVER ? null : Number(option)
}
