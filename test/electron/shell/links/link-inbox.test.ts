import { expect, it } from 'vitest'
import { makeLinkInbox, MAX_LINKS } from '../../../../electron/shell/links/link-inbox.ts'

const LINK = 'clarion://conversation/c1'

function begin() {
  const clock = { now: 1_000_000 }
  const logged: string[] = []
  const announced = { count: 0 }
  const inbox = makeLinkInbox({
    announce: () => (announced.count += 1),
    now: () => clock.now,
    log: (event, facts) => void logged.push(JSON.stringify([event, facts])),
  })
  return { clock, logged, announced, ...inbox }
}

it('a link waits until the page takes it, once', async () => {
  const { receive, takeLink, readWaitingLink, isWaiting, announced } = begin()
  expect(await takeLink({})).toEqual({ ok: true, value: null })
  expect(await readWaitingLink({})).toEqual({ ok: true, value: false })
  receive(LINK)
  expect([isWaiting(), announced.count]).toEqual([true, 1])
  expect(await readWaitingLink({})).toEqual({ ok: true, value: true })
  expect(await takeLink({})).toMatchObject({ value: { kind: 'conversation', conversationId: 'c1' } })
  expect([isWaiting(), (await takeLink({})).ok]).toEqual([false, true])
  expect(await takeLink({})).toEqual({ ok: true, value: null })
})

it('the newest link counts, and the same one twice is one', async () => {
  const { receive, takeLink } = begin()
  receive(LINK)
  receive(LINK)
  receive('clarion://conversation/c2')
  expect(await takeLink({})).toMatchObject({ value: { conversationId: 'c2' } })
  expect(await takeLink({})).toEqual({ ok: true, value: null })
})

it('hundreds of links in a second take the focus a few times, and a later one works again', async () => {
  const { receive, takeLink, announced, clock, logged } = begin()
  for (let index = 0; index < 500; index += 1) {
    receive(`clarion://conversation/c${index}`)
    clock.now += 2
  }
  expect(announced.count).toBe(MAX_LINKS)
  expect(await takeLink({})).toMatchObject({ value: { conversationId: `c${MAX_LINKS - 1}` } })
  clock.now += 5_000
  receive(LINK)
  expect(announced.count).toBe(MAX_LINKS)
  clock.now += 11_000
  receive(LINK)
  expect(announced.count).toBe(MAX_LINKS + 1)
  expect(logged.at(-1)).toBe('["link-received",{"kind":"conversation"}]')
})

it('a clock that is set back does not refuse links', () => {
  const { receive, announced, clock } = begin()
  for (let index = 0; index < MAX_LINKS + 1; index += 1) receive(LINK)
  clock.now -= 86_400_000
  receive(LINK)
  expect(announced.count).toBe(MAX_LINKS + 1)
})

it('the log has no part of a link', () => {
  const { receive, logged } = begin()
  receive('clarion://compose?channel=sms&to=+442079460018&text=Dear%20Eve')
  receive('clarion://nonsense/Eve')
  expect(logged).toEqual(['["link-received",{"kind":"compose"}]', '["link-received",{"kind":"unusable"}]'])
})
