import { describe, expect, it } from 'vitest'
import { isAppLink, MAX_APP_LINK, parseLink } from '../../../../electron/shell/links/parse-link.ts'
import type { AppLink, UnusableLink } from '../../../../src/shared/app-link.ts'

const conversation = (conversationId: string, workspace: string | null = null): AppLink => ({
  kind: 'conversation',
  conversationId,
  workspace,
})
const compose = (parts: Partial<Extract<AppLink, { kind: 'compose' }>>): AppLink => ({
  ...{ kind: 'compose', channel: 'sms', to: '', text: '', workspace: null },
  ...parts,
})

/** Links as they are documented, and what each asks for. */
const USABLE: readonly (readonly [string, AppLink])[] = [
  ['clarion://conversation/conv_abc123', conversation('conv_abc123')],
  ['CLARION://conversation/conv_abc123', conversation('conv_abc123')],
  ['clarion://Conversation/conv_abc123', conversation('conv_abc123')],
  ['clarion://conversation/conv_abc123?', conversation('conv_abc123')],
  ['clarion://conversation/c?workspace=Shop', conversation('c', 'Shop')],
  ['clarion://conversation/c?workspace=Caf%C3%A9%20%26%20Bar', conversation('c', 'Café & Bar')],
  // An id may contain any character of a server.
  ['clarion://conversation/a%2Fb', conversation('a/b')],
  ['clarion://conversation/a%2F..%2F..%2Fetc', conversation('a/../../etc')],
  ['clarion://conversation/a%3Fb%23c', conversation('a?b#c')],
  ['clarion://conversation/a b', conversation('a b')],
  ['clarion://conversation/%E2%82%AC', conversation('€')],
  ['clarion://conversation/%252F', conversation('%2F')],
  ['clarion://conversation/..', conversation('..')],
  ['clarion://conversation/--inspect', conversation('--inspect')],
  ['clarion://conversation/$(reboot)', conversation('$(reboot)')],
  ['clarion://conversation/<img src=x onerror=alert(1)>', conversation('<img src=x onerror=alert(1)>')],
  [`clarion://conversation/${'x'.repeat(1_000)}`, conversation('x'.repeat(1_000))],
  ['clarion://compose?channel=sms', compose({})],
  ['clarion://compose/?channel=sms', compose({})],
  ['clarion://compose?channel=sms&to=+442079460018', compose({ to: '+442079460018' })],
  ['clarion://compose?channel=sms&to=%2B442079460018', compose({ to: '+442079460018' })],
  ['clarion://compose?to=a@b.example&channel=email', compose({ channel: 'email', to: 'a@b.example' })],
  ['clarion://compose?channel=email&to=a%40b.example', compose({ channel: 'email', to: 'a@b.example' })],
  ['clarion://compose?channel=sms&text=Hello%20there', compose({ text: 'Hello there' })],
  ['clarion://compose?channel=sms&text=1+1', compose({ text: '1+1' })],
  ['clarion://compose?channel=sms&text=a=b', compose({ text: 'a=b' })],
  ['clarion://compose?channel=sms&text=One%0ATwo', compose({ text: 'One\nTwo' })],
  ['clarion://compose?channel=sms&text=One%0D%0ATwo%09Three', compose({ text: 'One\r\nTwo\tThree' })],
  ['clarion://compose?channel=sms&text=', compose({})],
  // Joiners shape emoji and scripts.
  ['clarion://compose?channel=sms&text=%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80', compose({ text: '👩‍🚀' })],
  ['clarion://compose?channel=sms&text=%D8%B3%D9%84%D8%A7%D9%85', compose({ text: 'سلام' })],
  ['clarion://compose?channel=sms&text=--no-sandbox', compose({ text: '--no-sandbox' })],
  ['clarion://compose?channel=email&workspace=Shop', compose({ channel: 'email', workspace: 'Shop' })],
  ['clarion://compose?channel=sms&text=https%3A%2F%2Fexample.com', compose({ text: 'https://example.com' })],
  [`clarion://compose?channel=sms&text=${'x'.repeat(4_000)}`, compose({ text: 'x'.repeat(4_000) })],
]

const OVERRIDE = '\u202e'

/** Links that are wrong, old, broken or hostile. */
const UNUSABLE: readonly (readonly [string, UnusableLink])[] = [
  ['clarion:', 'unknown'],
  ['clarion://', 'unknown'],
  ['clarion:conversation/c', 'unknown'],
  ['clarion:/conversation/c', 'unknown'],
  ['clarion:///conversation/c', 'unknown'],
  ['clarion://conversation', 'unknown'],
  ['clarion://conversation/', 'unknown'],
  ['clarion://conversation/c/', 'unknown'],
  ['clarion://conversation/c/d', 'unknown'],
  ['clarion://conversation/../compose?channel=sms', 'unknown'],
  ['clarion://conversation/c#d', 'unknown'],
  ['clarion://conversation/c?workspace=', 'unknown'],
  ['clarion://conversation/c?workspace=a&workspace=b', 'unknown'],
  ['clarion://conversation/c?text=Hello', 'unknown'],
  ['clarion://conversation/c?__proto__=x', 'unknown'],
  ['clarion://conversation/c?constructor=x', 'unknown'],
  ['clarion://conversation/c?workspace', 'unknown'],
  ['clarion://conversation/%', 'unknown'],
  ['clarion://conversation/%zz', 'unknown'],
  // Half of a character, and one that is longer than it needs to be.
  ['clarion://conversation/%C3', 'unknown'],
  ['clarion://conversation/%C0%AF', 'unknown'],
  ['clarion://user:password@conversation/c', 'unknown'],
  ['clarion://conversation:80/c', 'unknown'],
  ['clarion://conversation.example/c', 'unknown'],
  ['clarion://--inspect', 'unknown'],
  ['clarion://--inspect=0.0.0.0:9229', 'unknown'],
  ['clarion://settings', 'unknown'],
  ['clarion://send?channel=sms&to=1&text=x', 'unknown'],
  ['clarion://compose', 'unknown'],
  ['clarion://compose?to=+442079460018', 'unknown'],
  ['clarion://compose?channel=whatsapp', 'unknown'],
  ['clarion://compose?channel=SMS', 'unknown'],
  ['clarion://compose?channel=sms&send=true', 'unknown'],
  ['clarion://compose?channel=sms&channel=email', 'unknown'],
  ['clarion://compose/now?channel=sms', 'unknown'],
  ['clarion://compose?channel=sms&&to=1', 'unknown'],
  ['clarion://compose?channel=sms#text=x', 'unknown'],
  ['clarion://compose?channel=sms&text=%00', 'hiddenCharacters'],
  ['clarion://compose?channel=sms&text=%1b%5b2J', 'hiddenCharacters'],
  ['clarion://compose?channel=sms&text=%E2%80%AEmoc', 'hiddenCharacters'],
  ['clarion://compose?channel=sms&text=a%E2%80%8Bb', 'hiddenCharacters'],
  ['clarion://compose?channel=sms&text=%EF%BF%BD', 'hiddenCharacters'],
  ['clarion://compose?channel=sms&to=%E2%80%AE1', 'hiddenCharacters'],
  ['clarion://compose?channel=sms&to=1%0A2', 'unknown'],
  ['clarion://conversation/c%00d', 'hiddenCharacters'],
  ['clarion://conversation/c%E2%80%8Fd', 'hiddenCharacters'],
  [`clarion://conversation/c${OVERRIDE}d`, 'hiddenCharacters'],
  ['clarion://conversation/c\n--inspect', 'hiddenCharacters'],
  ['clarion://conversation/c\u0000', 'hiddenCharacters'],
  ['clarion://conversation/\ud800', 'hiddenCharacters'],
  ['clarion://\u200bconversation/c', 'hiddenCharacters'],
  [`clarion://conversation/${'x'.repeat(1_001)}`, 'unknown'],
  [`clarion://compose?channel=sms&to=${'1'.repeat(321)}`, 'unknown'],
  [`clarion://compose?channel=sms&text=${'x'.repeat(4_001)}`, 'unknown'],
  [`clarion://compose?channel=sms&text=${'x'.repeat(MAX_APP_LINK)}`, 'tooLong'],
  [`clarion://compose?channel=sms&text=${'%20'.repeat(350_000)}`, 'tooLong'],
  ['https://example.com/', 'unknown'],
  ['javascript:alert(1)', 'unknown'],
  ['file:///etc/passwd', 'unknown'],
  ['', 'unknown'],
]

describe('parseLink', () => {
  it.each(USABLE)('reads %s', (link, expected) => {
    expect(parseLink(link)).toEqual(expected)
  })

  it.each(UNUSABLE.map(([link, why]) => [JSON.stringify(link).slice(0, 100), link, why] as const))(
    'uses no part of %s',
    (_shown, link, why) => {
      expect(parseLink(link)).toEqual({ kind: 'unusable', why })
    },
  )
})

it.each([
  ['clarion://conversation/c', true],
  ['Clarion:', true],
  ['clarion', false],
  ['--clarion://x', false],
  [' clarion://x', false],
  ['xclarion://x', false],
  ['https://example.com/clarion://x', false],
])('isAppLink of %j is %s', (text, expected) => {
  expect(isAppLink(text)).toBe(expected)
})
