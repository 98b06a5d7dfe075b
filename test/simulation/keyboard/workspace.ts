import type { OpenWorkspace } from '../../../src/workspace.tsx'

/** The conversations of the model. Three of them are calls. */
export const IDS = ['a', 'b', 'call-of-a', 'call', 'unknown-call', 'f', 'g'] as const

export function isCall(id: string): boolean {
  return id.includes('call')
}

/** The open conversation with a caller. */
export const PARTNERS: Readonly<Record<string, string>> = { 'call-of-a': 'a' }
export const CALL_OF_PARTNER: Readonly<Record<string, string>> = { a: 'call-of-a' }

export function phoneOf(id: string): string {
  if (id === 'unknown-call') return ''
  const index = IDS.findIndex((known) => known === (CALL_OF_PARTNER[id] ?? id))
  return `+1555010010${index}`
}

/** A workspace whose catalogue holds these conversations. Its other parts are never used. */
export const openOnStage = {
  workspace: { id: 'w' },
  db: {},
  catalogue: {
    row: (id: string) => ({
      id,
      channel: isCall(id) ? 'voice' : 'sms',
      customerName: id,
      customerPhone: phoneOf(id),
      customerEmail: null,
    }),
    isIn: () => false,
    settled: () => Promise.resolve(),
  },
  refresh: () => {},
} as unknown as OpenWorkspace
