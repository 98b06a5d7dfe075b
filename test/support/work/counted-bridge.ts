import type { BridgeEvents } from '../../../src/shared/bridge-events.ts'
import type { Bridge } from '../../../src/shared/bridge.ts'

/** Calls over the bridge by method, and their size as JSON, input and answer: bytes. */
export type Crossed = { readonly bytes: number; readonly methods: readonly string[] }

const encoder = new TextEncoder()
const nothing = (): (() => void) => () => {}

const NO_EVENTS: BridgeEvents = {
  ...{
    onWake: nothing,
    onLock: nothing,
    onSaveTyped: nothing,
    onNotificationAnswer: nothing,
    onLink: nothing,
    onProxyQuestion: nothing,
  },
  ...{ onOpenConversation: nothing, onCommand: nothing, onSpellingQuestion: nothing, onOwnWord: nothing },
  provideSpelling: () => {},
}

/** The bridge with its calls counted. Its events never come. */
export function countBridge(bridge: Bridge): {
  readonly bridge: Bridge & BridgeEvents
  readonly crossed: () => Crossed
  readonly reset: () => void
} {
  let bytes = 0
  let methods: string[] = []
  const calls = new Proxy(bridge, {
    get(target, name: keyof Bridge) {
      return async (input: never) => {
        methods.push(name)
        const answer = await target[name](input)
        bytes += bytesOf(input) + bytesOf(answer)
        return answer
      }
    },
  })
  return {
    bridge: new Proxy(calls as Bridge & BridgeEvents, {
      get: (target, name: keyof Bridge & keyof BridgeEvents) => NO_EVENTS[name] ?? target[name],
    }),
    crossed: () => ({ bytes, methods: methods.toSorted() }),
    reset() {
      bytes = 0
      methods = []
    },
  }
}

function bytesOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length
}
