import { afterEach, expect, it } from 'vitest'
import { followLinks } from '../../../src/links/follow-links.ts'
import { watchWaitingLink } from '../../../src/links/use-waiting-link.ts'
import { finishLink, useLinks } from '../../../src/links/link-store.ts'
import type { AppLink } from '../../../src/shared/lifecycle/app-link.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'

const linkTo = (conversationId: string): AppLink => ({ kind: 'conversation', conversationId, workspace: null })

afterEach(() => {
  finishLink()
  finishLink()
})

function begin() {
  const bridge = new FakeBridge()
  let announce = (): void => {}
  const withEvent = Object.assign(bridge, {
    onLink(listener: () => void) {
      announce = listener
      return () => (announce = () => {})
    },
  })
  const arrive = (link: AppLink): void => {
    bridge.link = link
    announce()
  }
  return { bridge: withEvent, arrive, follow: () => followLinks(withEvent) }
}

it('followLinks takes the link that waited while no workspace was open', async () => {
  const { bridge, follow } = begin()
  bridge.link = linkTo('c1')
  const stop = follow()
  await expect.poll(() => useLinks.getState().link).toEqual(linkTo('c1'))
  expect(bridge.link).toBeNull()
  stop()
})

it('a second link never replaces the one that the user is asked about; of more, the newest is next', async () => {
  const { arrive, follow } = begin()
  const stop = follow()
  for (const id of ['c1', 'c2', 'c3']) {
    arrive(linkTo(id))
    await expect.poll(() => JSON.stringify(useLinks.getState())).toContain(id)
  }
  expect(useLinks.getState()).toEqual({ link: linkTo('c1'), next: linkTo('c3') })
  finishLink()
  expect(useLinks.getState()).toEqual({ link: linkTo('c3'), next: null })
  stop()
  arrive(linkTo('c4'))
  expect(useLinks.getState().next).toBeNull()
})

it('watchWaitingLink reports a link that waits, and one that arrives later, and takes neither', async () => {
  const { bridge, arrive } = begin()
  const reported: boolean[] = []
  const stop = watchWaitingLink(bridge, (isWaiting) => reported.push(isWaiting))
  await expect.poll(() => reported).toEqual([false])
  arrive(linkTo('c1'))
  await expect.poll(() => reported).toEqual([false, true])
  expect(bridge.link).toEqual(linkTo('c1'))
  stop()
  arrive(linkTo('c2'))
  await Promise.resolve()
  expect(reported).toEqual([false, true])
})
