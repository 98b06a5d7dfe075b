export const snippets = {} as const
