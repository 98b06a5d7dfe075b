import { describe, expect, it } from 'vitest'
import { type LinkMoment, linkStep } from '../../../src/links/link-step.ts'
import type { AppLink } from '../../../src/shared/lifecycle/app-link.ts'

const SHOP = { id: 'w1', name: 'Shop' }
const OFFICE = { id: 'w2', name: 'Office' }
const CONVERSATION: AppLink = { kind: 'conversation', conversationId: 'c', workspace: null }
const COMPOSE: AppLink = { kind: 'compose', channel: 'sms', to: '+1', text: 'Hi', workspace: null }
const MOMENT: LinkMoment = { link: CONVERSATION, current: SHOP, known: [SHOP, OFFICE], dialog: 'none' }

describe('linkStep', () => {
  it.each(['none', 'palette', 'help', 'link'] as const)('asks over the dialog %s, which holds no text', (dialog) => {
    expect(linkStep({ ...MOMENT, dialog })).toEqual({
      do: 'ask',
      question: { about: 'conversation', conversationId: 'c' },
    })
  })

  it.each(['new-conversation', 'settings', 'snooze', 'save-search', 'new-key', 'tags', 'preview', 'export'] as const)(
    'waits for the dialog %s, which may hold text',
    (dialog) => {
      expect(linkStep({ ...MOMENT, dialog })).toEqual({ do: 'wait' })
      expect(linkStep({ ...MOMENT, dialog, link: COMPOSE })).toEqual({ do: 'wait' })
    },
  )

  it('fills in the dialog for a new conversation, by channel', () => {
    const recipient = { channel: 'sms', phone: '+1', email: '', name: '', message: 'Hi', isFromLink: true }
    expect(linkStep({ ...MOMENT, link: COMPOSE })).toEqual({ do: 'compose', recipient })
    expect(linkStep({ ...MOMENT, link: { ...COMPOSE, channel: 'email', to: 'a@b.example' } })).toEqual({
      do: 'compose',
      recipient: { ...recipient, channel: 'email', phone: '', email: 'a@b.example' },
    })
  })

  it.each([
    ['w1', null],
    ['shop', null],
    ['w2', OFFICE],
    ['OFFICE', OFFICE],
  ])('with the workspace %s asks to switch to %j', (workspace, target) => {
    const step = linkStep({ ...MOMENT, link: { ...COMPOSE, workspace } })
    if (target === null) expect(step.do).toBe('compose')
    else expect(step).toEqual({ do: 'ask', question: { about: 'workspace', kind: 'compose', ...target } })
  })

  it('names a workspace that is not on this device, or whose name is not unique', () => {
    const question = { about: 'unknown-workspace', name: 'Elsewhere' }
    expect(linkStep({ ...MOMENT, link: { ...CONVERSATION, workspace: 'Elsewhere' } })).toEqual({ do: 'ask', question })
    const known = [SHOP, OFFICE, { id: 'w3', name: 'OFFICE' }]
    expect(linkStep({ ...MOMENT, known, link: { ...CONVERSATION, workspace: 'office' } })).toMatchObject({
      question: { about: 'unknown-workspace' },
    })
  })

  it('says why a link cannot be opened', () => {
    expect(linkStep({ ...MOMENT, link: { kind: 'unusable', why: 'tooLong' } })).toEqual({
      do: 'ask',
      question: { about: 'unusable', why: 'tooLong' },
    })
  })
})
