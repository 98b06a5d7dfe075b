import type { snooze as english } from '../en/snooze.ts'

export const snooze = {} satisfies Record<keyof typeof english, string>
