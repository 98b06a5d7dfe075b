import type { palette as english } from '../en/palette.ts'

export const palette = {} satisfies Record<keyof typeof english, string>
