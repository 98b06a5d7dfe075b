import type { frame as english } from '../en/frame.ts'

export const frame = {} satisfies Record<keyof typeof english, string>
