import type { outbox as english } from '../en/outbox.ts'

export const outbox = {} satisfies Record<keyof typeof english, string>
