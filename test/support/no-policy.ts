import { success } from '../../src/shared/failure.ts'
import { NOT_MANAGED } from '../../src/shared/network/managed.ts'
import type { NetworkBridge } from '../../src/shared/network/network-bridge.ts'
import { makePolicy } from '../../electron/policy/policy.ts'

/** A computer without a policy file. */
export const NO_POLICY = makePolicy({ state: 'absent' })

/** A network without a proxy and without a policy. */
export const NO_PROXY: { readonly bridge: NetworkBridge } = {
  bridge: {
    readManaged: async () => success(NOT_MANAGED),
    readProxyQuestion: async () => success(null),
    answerProxyQuestion: async () => success(null),
  },
}
