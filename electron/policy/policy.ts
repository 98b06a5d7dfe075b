import {
  isLockedBy,
  type Managed,
  type ManagedSetting,
  type ManagedSettings,
} from '../../src/shared/network/managed.ts'
import { isOnThisComputer } from '../network/routes.ts'
import { text, type TextId } from '../strings/text.ts'
import { type PolicyPlace, type PolicyReading, readPolicyFile } from './policy-file.ts'
import type { PolicyProblem, ProxyPolicy } from './policy-format.ts'

export type { ProxyPolicy }

/** What the administrator decided, for every part of the main process. It is read once, at the start. */
export interface Policy {
  /** For the log: the state, and why a file can't be used. */
  readonly facts: Readonly<Record<string, string>>
  /** True when the user can't change the setting. With a broken file, that is every setting that the file could set. */
  locked(name: ManagedSetting): boolean
  /** The value that applies whatever the user chose; undefined when the user decides, or nobody can change the current one. */
  value<S extends ManagedSetting>(name: S): ManagedSettings[S] | undefined
  /** `built-in`: the feed of the build. `none`: no update may be looked for. */
  readonly updateFeed: `https://${string}` | 'built-in' | 'none'
  readonly proxy: ProxyPolicy
  /** PEM certificates that are trusted beside the app's and the system's. */
  readonly certificates: readonly string[]
  /** `named`: the policy names this server, so the user need not confirm it. With a broken file no new server is allowed. */
  decideServer(baseUrl: string): 'named' | 'allowed' | 'forbidden' | 'known-only'
  /** The name of the policy for a workspace on this server. */
  nameOf(baseUrl: string): string | null
  /** In the language that is set when it is called. */
  managed(): Managed
}

export function readPolicy(place: PolicyPlace): Policy {
  return makePolicy(readPolicyFile(place))
}

/**
 * A file that can't be used is not ignored: an administrator meant to restrict something. Nothing of it applies, and everything that it
 * could restrict is closed: settings stay as they are, no new server can be added, and no update is looked for. Known servers keep
 * working, so that a slip in a file doesn't stop a whole team.
 */
export function makePolicy(reading: PolicyReading): Policy {
  const file = reading.state === 'valid' ? reading.file : null
  const isBroken = reading.state === 'broken'
  const workspaces = (file?.workspaces ?? []).map(({ name, url }) => ({ name, baseUrl: url }))
  const settings = file?.settings ?? {}
  const managed = (): Managed => ({
    isManaged: reading.state !== 'absent',
    organisation: file?.organisation ?? null,
    problem: isBroken ? sentenceOf(reading.path, reading.problem) : null,
    settings: settings as Managed['settings'],
    workspaces,
  })
  const isNamed = (baseUrl: string): boolean => workspaces.some((one) => sameOrigin(one.baseUrl, baseUrl))
  return {
    facts: { state: reading.state, ...(isBroken && { why: reading.problem.why }) },
    locked: (name) => isBroken || isLockedBy({ ...managed(), problem: null }, name),
    value: (name) => (settings as Managed['settings'])[name],
    updateFeed: isBroken || settings.updates === false ? 'none' : (file?.updateFeed ?? 'built-in'),
    proxy: file?.proxy ?? { mode: 'system' },
    certificates: reading.state === 'valid' ? reading.certificates : [],
    decideServer(baseUrl) {
      if (isBroken) return 'known-only'
      if (isNamed(baseUrl)) return 'named'
      return isHostAllowed(baseUrl, file?.allowedHosts ?? null) ? 'allowed' : 'forbidden'
    },
    nameOf: (baseUrl) => workspaces.find((one) => sameOrigin(one.baseUrl, baseUrl))?.name ?? null,
    managed,
  }
}

/** Null allows every host. A host of this computer is always allowed: the demo is there, and nothing leaves the computer. */
export function isHostAllowed(baseUrl: string, allowed: readonly string[] | null): boolean {
  if (allowed === null) return true
  const { hostname, port } = new URL(baseUrl)
  if (isOnThisComputer(hostname)) return true
  const name = hostname.replace(/\.$/, '')
  return allowed.some((rule) => {
    const [host = '', rulePort = ''] = rule.split(':')
    if ((rulePort === '443' ? '' : rulePort) !== port) return false
    // `*.example.com` is every host below example.com, and not example.com.
    return host.startsWith('*.') ? name.endsWith(host.slice(1)) : name === host
  })
}

function sameOrigin(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin
}

const REASONS = {
  owner: 'policy.owner',
  writable: 'policy.writable',
  access: 'policy.access',
  unreadable: 'policy.unreadable',
  huge: 'policy.huge',
  json: 'policy.json',
  certificates: 'policy.certificates',
} as const satisfies Record<Exclude<PolicyProblem['why'], 'unknownField' | 'wrongValue'>, TextId>

function sentenceOf(path: string, problem: PolicyProblem): string {
  if (problem.why === 'unknownField') return text('policy.unknownField', { path, field: problem.field })
  if (problem.why === 'wrongValue') return text('policy.wrongValue', { path, field: problem.field || '{}' })
  return text(REASONS[problem.why], { path })
}
