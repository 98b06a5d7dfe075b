import { describe, expect, it } from 'vitest'
import { navigationPolicy } from '../../../../electron/guards/navigation.ts'
import {
  isReloadKey,
  isStopPageUrl,
  stopActionOf,
  stopPageUrl,
  withStopPage,
} from '../../../../electron/shell/recovery/stop-page.ts'
import type { KeyInput } from '../../../../electron/shell/window-keys.ts'

const handler = withStopPage(async () => new Response('the app', { status: 404 }))

async function pageOf(reason: 'crashed' | 'not-loaded') {
  const response = await handler({ method: 'GET', url: stopPageUrl(reason) })
  const policy = response.headers.get('content-security-policy') ?? ''
  return { html: await response.text(), policy, status: response.status }
}

describe('the stop page', () => {
  it.each(['crashed', 'not-loaded'] as const)('says what happened and what to do when %s', async (reason) => {
    const { html, status } = await pageOf(reason)
    expect(status).toBe(200)
    expect(html).toMatch(reason === 'crashed' ? /closed unexpectedly/ : /missing or can’t be read/)
    expect(html).toContain('kept on this device')
    const labels = [...html.matchAll(/<a [^>]*>([^<]+)</g)].map((match) => match[1])
    expect(labels).toEqual(['Reload', 'Start without cache', 'Open log', 'Report a problem…'])
    // The first button has focus.
    expect(html).toMatch(/autofocus>Reload</)
  })

  it('has no script, allows none, and has one style that matches its policy', async () => {
    const { html, policy } = await pageOf('crashed')
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|\sstyle=/i)
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/script-src|unsafe/)
    const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1]
    expect(html).toContain(`<style nonce="${nonce}">`)
    expect((await pageOf('crashed')).policy).not.toBe(policy)
  })

  it('answers only its own URLs', async () => {
    for (const url of [
      'app://clarion/',
      'app://clarion/stopped/',
      'app://clarion/stopped/reload',
      'app://clarion/stopped/crashed?x',
    ])
      expect((await handler({ method: 'GET', url })).status).toBe(404)
    expect((await handler({ method: 'POST', url: stopPageUrl('crashed') })).status).toBe(404)
  })

  it('has buttons that link to actions and to no page', async () => {
    const { html } = await pageOf('crashed')
    const urls = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(urls.map(stopActionOf)).toEqual(['reload', 'start-without-cache', 'open-log', 'report-problem'])
    expect(urls.map(navigationPolicy)).toEqual([false, false, false, false])
    expect(navigationPolicy(stopPageUrl('crashed'))).toBe(false)
  })

  it.each([
    '',
    'app://clarion/',
    'app://clarion/stopped/crashed',
    'app://clarion/stopped/reload?x',
    'app://clarion/stopped/reload/',
    'app://clarion.evil/stopped/reload',
    'https://clarion/stopped/reload',
  ])('has no action for %j', (url) => {
    expect(stopActionOf(url)).toBeNull()
  })

  it('is distinguished from the app by its URL', () => {
    expect(isStopPageUrl(stopPageUrl('not-loaded'))).toBe(true)
    expect(isStopPageUrl('app://clarion/')).toBe(false)
    expect(isStopPageUrl('app://clarion/#without-cache')).toBe(false)
  })
})

describe('isReloadKey', () => {
  const press = (key: string, held: Partial<KeyInput> = {}): KeyInput => ({
    ...{ type: 'keyDown', key, code: '', control: false, shift: false, alt: false, meta: false },
    ...held,
  })
  it.each([
    ['linux', press('F5'), true],
    ['linux', press('F5', { control: true }), true],
    ['linux', press('r', { control: true }), true],
    ['linux', press('R', { control: true, shift: true }), true],
    ['darwin', press('r', { meta: true }), true],
    ['darwin', press('r', { control: true }), false],
    ['linux', press('r', { meta: true }), false],
    ['linux', press('r'), false],
    ['linux', press('r', { control: true, alt: true }), false],
    ['linux', press('F5', { type: 'keyUp' }), false],
  ])('on %s %j: %s', (platform, input, reloads) => {
    expect(isReloadKey(input, platform)).toBe(reloads)
  })
})
