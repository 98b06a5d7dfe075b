import { z } from 'zod'
import type {
  Background,
  BackgroundBridge,
  BackgroundSettings,
  HiddenPlace,
} from '../../../src/shared/lifecycle/background.ts'
import { failed, success } from '../../../src/shared/failure.ts'
import type { Policy } from '../../policy/policy.ts'
import { errorFactsOf } from '../../storage/error-facts.ts'
import type { Log } from '../../storage/log.ts'
import type { StateFile } from '../../storage/state-file.ts'
import { text } from '../../strings/text.ts'
import type { LoginItem } from '../login/login-item.ts'

/** Persisted. One unusable field does not cost the others. The system itself stores whether the app opens at login. */
const kept = z.object({
  keepsRunning: z.boolean().catch(true),
  startsHidden: z.boolean().catch(true),
  /** The user knows that closing the window does not quit. */
  isTold: z.boolean().catch(false),
})
type Kept = z.infer<typeof kept>

/** The settings that an administrator decides. `own`: what applies otherwise. */
export type BackgroundPolicy = (own: BackgroundSettings) => Partial<BackgroundSettings>

/** Settings that the policy locks without a value, as a broken file does, stay as they are. */
export function backgroundPolicyOf(policy: Pick<Policy, 'locked' | 'value'>): BackgroundPolicy {
  return ({ keepsRunning, opensAtLogin }) => ({
    ...(policy.locked('closeToTray') && { keepsRunning: policy.value('closeToTray') ?? keepsRunning }),
    ...(policy.locked('startAtLogin') && { opensAtLogin: policy.value('startAtLogin') ?? opensAtLogin }),
  })
}

export interface BackgroundKeeper {
  /** With what the administrator decides. */
  read(): Background
  isTold(): boolean
  /** The user was told, and may have chosen. */
  told(choice?: Pick<BackgroundSettings, 'keepsRunning'>): void
  readonly bridge: BackgroundBridge
}

export function makeBackground(parts: {
  readonly file: StateFile
  readonly login: LoginItem
  readonly place: () => HiddenPlace
  readonly policy: BackgroundPolicy
  readonly log: Log
}): BackgroundKeeper {
  const { file, login, place, policy, log } = parts
  const read = kept.safeParse(file.read())
  let state: Kept = read.success ? read.data : { keepsRunning: true, startsHidden: true, isTold: false }

  /** A change that cannot be stored lasts until the app quits. */
  function change(next: Partial<Kept>): void {
    state = { ...state, ...next }
    try {
      file.write(state)
    } catch (error) {
      log('background-not-kept', errorFactsOf(error))
    }
  }

  function current(): Background {
    const { keepsRunning, startsHidden } = state
    const own = { keepsRunning, startsHidden, opensAtLogin: login.isOn() }
    const decided = policy(own)
    const managed = Object.keys(decided) as (keyof BackgroundSettings)[]
    return { ...own, ...decided, place: place(), managed }
  }

  /** False when the system refuses. */
  function setLogin(isOn: boolean, isHidden: boolean): boolean {
    try {
      login.set({ isOn, isHidden })
      return true
    } catch (error) {
      log('login-item-not-set', errorFactsOf(error))
      return false
    }
  }

  const { opensAtLogin, startsHidden, managed } = current()
  if (managed.includes('opensAtLogin') && opensAtLogin !== login.isOn()) setLogin(opensAtLogin, startsHidden)

  return {
    read: current,
    isTold: () => state.isTold,
    told: (choice) => change({ isTold: true, ...choice }),
    bridge: {
      readBackground: async () => success(current()),
      setBackground: async (wanted) => {
        const before = current()
        const after = { ...before, ...wanted, ...policy(before) }
        const isLoginChanged =
          after.opensAtLogin !== before.opensAtLogin ||
          (after.opensAtLogin && after.startsHidden !== before.startsHidden)
        if (isLoginChanged && !setLogin(after.opensAtLogin, after.startsHidden)) {
          return failed({ kind: 'refused', words: text('background.loginRefused') })
        }
        change({ keepsRunning: after.keepsRunning, startsHidden: after.startsHidden })
        return success(current())
      },
    },
  }
}
