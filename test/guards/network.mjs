import { guardsOf } from '../../scripts/guard-rules.mjs'

const GATE = { file: 'electron/accounts/host-gate.ts', test: 'test/electron/accounts/host-gate.test.ts' }
const LOCK = { file: 'electron/sealing/lock.ts', test: 'test/electron/sealing/lock.test.ts' }
const WAY = 'test/electron/network/way.test.ts'
const LOOKUP = { file: 'electron/network/proxy-lookup.ts', test: 'test/electron/network/proxy-lookup.test.ts' }
const LOGINS = { file: 'electron/network/proxy-logins.ts', test: 'test/electron/network/proxy-logins.test.ts' }
const POLICY_FILE = { file: 'electron/policy/policy-file.ts', test: 'test/electron/policy/policy-file.test.ts' }
const POLICY = { file: 'electron/policy/policy.ts', test: 'test/electron/policy/policy.test.ts' }
const FORMAT = { file: 'electron/policy/policy-format.ts', test: 'test/electron/policy/policy-format.test.ts' }
const WINDOWS = { file: 'electron/policy/windows-access.ts', test: 'test/electron/policy/windows-access.test.ts' }

/** The way to the server, and who may change it. */
export const NETWORK = [
  ...guardsOf({ row: 'Once', file: 'electron/network/send-once.ts', test: 'test/electron/network/send-once.test.ts' }, [
    ['each request is written once', 'if (this.#isSent) {', 'if (this.#isSent === null) {'],
  ]),
  ...guardsOf({ row: 'Proxies', file: 'electron/network/connect.ts', test: WAY }, [
    [
      'a proxy that refuses is not gone around',
      'if (!isWayClosed(error)) throw error',
      'if (error === null) throw error',
    ],
  ]),
  ...guardsOf({ row: 'Proxies', file: 'electron/network/tunnel.ts', test: WAY }, [
    ['only a 200 is a tunnel', 'response.statusCode === 200 &&', 'response.statusCode !== 0 &&'],
    ['the proxy’s own certificate is checked by its name', "isIP(host) === 0 ? host : ''", "target.split(':')[0]"],
  ]),
  ...guardsOf({ row: 'Proxies', ...LOOKUP }, [
    ['a script without a route leads nowhere', 'if (routes.length === 0) throw', 'if (routes.length < 0) throw'],
    ['this computer takes no proxy', 'isOnThisComputer(url.hostname) ||', ''],
    ['a proxy script learns no path', '`${url.origin}/`', 'url.href'],
  ]),
  ...guardsOf({ row: 'Proxies', ...LOGINS }, [
    ['a login for the proxy that asked', 'if (question?.proxy !== proxy) return false', ''],
    ['a wrong login is tried once', 'trial !== undefined; trial =', 'trial === null; trial ='],
  ]),
  ...guardsOf({ row: 'Policy', ...POLICY_FILE }, [
    ['the policy’s owner', "if (files.some(({ uid }) => !owners.includes(uid))) return { why: 'owner' }", ''],
    ['nobody else may write the policy', '0o022', '0o000'],
    ['the place of a package’s policy', 'isPackaged ? undefined : env', 'isPackaged === null ? undefined : env'],
  ]),
  ...guardsOf({ row: 'Policy', ...WINDOWS }, [
    ['the policy’s owner on Windows', 'if (!ADMINISTRATORS.has(owner))', 'if (ADMINISTRATORS.size === 0)'],
    ['an unknown right may change', "if (kind !== 'A') return true", "if (kind !== 'A') return false"],
  ]),
  ...guardsOf({ row: 'Policy', ...POLICY }, [
    ['a broken policy admits no new server', "if (isBroken) return 'known-only'", ''],
    ['a broken policy locks', 'isBroken || isLockedBy(', 'isLockedBy('],
    ['a broken policy looks for no update', 'isBroken || settings.updates === false ?', 'settings.updates === false ?'],
  ]),
  ...guardsOf({ row: 'Policy', ...GATE }, [
    ['no connection to a forbidden server', "if (policy === 'forbidden') return", 'if (policy === null) return'],
    ['no new server under a broken policy', "&& policy === 'known-only')", '&& policy === null)'],
  ]),
  ...guardsOf({ row: 'Policy', file: 'electron/network/network.ts', test: 'test/electron/network/network.test.ts' }, [
    ['no request to a forbidden server', "=== 'forbidden')", '=== null)'],
  ]),
  ...guardsOf({ row: 'Policy', ...LOCK }, [
    ['a managed lock applies', '...enforcedBy(policy) }', '}'],
    ['a managed lock stays', 'change(freeOf(settingsOf(settings), policy))', 'change(settingsOf(settings))'],
  ]),
  ...guardsOf({ row: 'Policy', ...FORMAT }, [
    [
      'an unknown field of the policy',
      'export const policyFile = z.strictObject(',
      'export const policyFile = z.object(',
    ],
  ]),
]
