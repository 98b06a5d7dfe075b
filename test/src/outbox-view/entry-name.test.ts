import { describe, expect, it } from 'vitest'
import type { Intent } from '../../../src/db/op.ts'
import { echoOf, overlayConversation } from '../../../src/db/overlay.ts'
import { entryName } from '../../../src/outbox-view/entry-name.ts'
import { aConversation, anOp } from '../../support/builders.ts'

function named(intent: Intent, workspaceName?: string): string {
  const op = anOp({ intent })
  const row = { ...aConversation({ customerName: 'Ana\u202e' }), activityAt: 1 }
  const conversation = overlayConversation({ id: 'conv_1', row, ops: [op], seen: undefined })
  return entryName({ op, conversation, echo: echoOf(op, []), place: 'first' }, 'Queued', workspaceName)
}

describe('entryName', () => {
  it.each<[Intent, string]>([
    [{ kind: 'send', content: 'See you\non Friday', seenMessageId: null }, 'Message to Ana, Queued, See you on Friday'],
    [{ kind: 'create', channel: 'sms' }, 'New conversation with Ana, Queued'],
    [{ kind: 'patch', status: 'resolved' }, 'Resolve · Ana, Queued'],
    [{ kind: 'close' }, 'Close · Ana, Queued'],
  ])('for %j is “%s”', (intent, name) => {
    expect(named(intent)).toBe(name)
  })

  it('names the workspace in All inboxes', () => {
    expect(named({ kind: 'close' }, 'Birch')).toBe('Close · Ana, In Birch, Queued')
  })
})
