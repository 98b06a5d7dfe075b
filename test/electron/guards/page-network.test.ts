import { describe, expect, it } from 'vitest'
import { networkSwitches, proxyOf, WEB_RTC_POLICY } from '../../../electron/guards/page-network.ts'

describe('network of the page', () => {
  it('has no name and no address in a package', () => {
    expect(networkSwitches(null)).toEqual({ 'host-resolver-rules': 'MAP * ~NOTFOUND' })
    expect(proxyOf(null)).toEqual({ proxyRules: 'socks5://nowhere.invalid:9', proxyBypassRules: '<-loopback>' })
    expect(WEB_RTC_POLICY).toBe('disable_non_proxied_udp')
  })

  it.each([
    ['http://localhost:5173', 'localhost', 'localhost:5173'],
    ['http://127.0.0.1:5174', '127.0.0.1', '127.0.0.1:5174'],
    ['http://[::1]:5173', '::1', '[::1]:5173'],
  ])('reaches only Vite at %s during development', (origin, host, place) => {
    expect(networkSwitches(origin)).toEqual({ 'host-resolver-rules': `MAP * ~NOTFOUND, EXCLUDE ${host}` })
    expect(proxyOf(origin).proxyBypassRules).toBe(`<-loopback>,${place}`)
  })
})
