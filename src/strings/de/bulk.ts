import type { bulk as english } from '../en/bulk.ts'

export const bulk = {} satisfies Record<keyof typeof english, string>
