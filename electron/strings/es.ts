import type { EN } from './en.ts'

export const ES = {} satisfies Record<keyof typeof EN, string>
