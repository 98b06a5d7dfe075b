export const snooze = {} as const
