import type { settings as english } from '../en/settings.ts'

export const settings = {} satisfies Record<keyof typeof english, string>
