import type { search as english } from '../en/search.ts'

export const search = {} satisfies Record<keyof typeof english, string>
