import type { EN } from './en.ts'

export const DE = {} satisfies Record<keyof typeof EN, string>
