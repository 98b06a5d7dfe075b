import type { exporting as english } from '../en/exporting.ts'

export const exporting = {} satisfies Record<keyof typeof english, string>
