import type { inbox as english } from '../en/inbox.ts'

export const inbox = {} satisfies Record<keyof typeof english, string>
