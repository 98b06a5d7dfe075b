import type { welcome as english } from '../en/welcome.ts'

export const welcome = {} satisfies Record<keyof typeof english, string>
