import type { commands as english } from '../en/commands.ts'

export const commands = {} satisfies Record<keyof typeof english, string>
