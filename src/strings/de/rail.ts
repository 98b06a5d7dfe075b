import type { rail as english } from '../en/rail.ts'

export const rail = {} satisfies Record<keyof typeof english, string>
