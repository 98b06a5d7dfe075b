import type { customer as english } from '../en/customer.ts'

export const customer = {} satisfies Record<keyof typeof english, string>
