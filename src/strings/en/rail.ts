export const rail = {} as const
