import type { thread as english } from '../en/thread.ts'

export const thread = {} satisfies Record<keyof typeof english, string>
