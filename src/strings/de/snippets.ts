import type { snippets as english } from '../en/snippets.ts'

export const snippets = {} satisfies Record<keyof typeof english, string>
