import type { words as english } from '../en/words.ts'

export const words = {} satisfies Record<keyof typeof english, string>
