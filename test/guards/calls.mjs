import { guardsOf } from '../../scripts/guard-rules.mjs'

const DOOR = { row: 'Calls to main', file: 'electron/door.ts', test: 'test/electron/door.test.ts' }
const IPC = { row: 'Calls to main', file: 'electron/ipc.ts', test: 'test/electron/ipc.test.ts' }

/** What a call of the page has to pass. */
export const CALLS = [
  ...guardsOf({ ...DOOR, title: 'the sender of a call' }, [
    ['caller: checked', 'if (!senderPolicy(sender))', 'if (sender === undefined)'],
    ['caller: exists', 'sender !== null && sender.isOurWindow &&', 'sender === null || sender.isOurWindow &&'],
    ['caller: our window', 'sender.isOurWindow && ', ''],
    ['caller: top frame', 'sender.isTopFrame && ', ''],
    ['caller: our origin', ' && isOurUrl(sender.url)', ''],
  ]),
  ...guardsOf({ ...DOOR, title: 'unknown method' }, [
    ['a method of the bridge', 'Object.hasOwn(BRIDGE_METHODS, method)', 'method in BRIDGE_METHODS'],
  ]),
  ...guardsOf({ ...DOOR, title: 'when it is invalid' }, [
    ['schema: applied', 'return parsed.success ? parsed.data : null', 'return input'],
  ]),
  ...guardsOf({ ...DOOR, file: 'electron/parts/door-values.ts', title: 'when it is invalid' }, [
    ['schema: bounds of ids', 'const id = z.string().min(1).max(1_000)', 'const id = z.string().min(1)'],
    [
      'schema: op ids without line breaks',
      String.raw`const opId = z.string().regex(/^[\w-]{1,100}$/)`,
      'const opId = z.string()',
    ],
    ['schema: bounds of a message', 'z.string().min(1).max(1_000_000)', 'z.string()'],
  ]),
  ...guardsOf({ ...DOOR, file: 'electron/door-inputs.ts', title: 'when it is invalid' }, [
    ['schema: no other fields', 'sendMessage: z.strictObject(', 'sendMessage: z.looseObject('],
    ['schema: bounds of a page of the list', 'z.int().min(1).max(100)', 'z.number()'],
    [
      'schema: bounds of a link',
      'openLink: z.strictObject({ url: shortText })',
      'openLink: z.strictObject({ url: z.string() })',
    ],
  ]),
  ...guardsOf({ ...DOOR, title: 'a handler that throws' }, [
    ['a failure without details', "refuse(text('bug.unexpected'))", 'Promise.reject(error)'],
    ['a mutation that may have been sent', "'sendMessage',\n", ''],
  ]),
  ...guardsOf(IPC, [
    ['caller: its frame', 'frame.parent === null', 'frame.parent !== undefined'],
    ['caller: its window', 'isOurWindow: isOurs(event.sender)', 'isOurWindow: true'],
    ['caller: its address', 'url: frame.url', "url: 'app://clarion/'"],
    ['only the channels of the bridge', 'Object.keys(BRIDGE_METHODS)', "[...Object.keys(BRIDGE_METHODS), 'evaluate']"],
  ]),
  ...guardsOf({ ...DOOR, file: 'electron/main.ts', test: 'test/electron/start.test.ts', title: 'not in its window' }, [
    ['the calls of our window only', 'contents === window.current()?.webContents', 'contents !== null'],
  ]),
  ...guardsOf({ ...DOOR, file: 'electron/preload.ts', test: 'test/electron/preload.test.ts' }, [
    [
      'preload: no generic call',
      "exposeInMainWorld('bridge', { ...calls, ...events })",
      "exposeInMainWorld('bridge', { ...calls, ...events, ipcRenderer })",
    ],
    [
      'preload: own channel only',
      '(input: unknown) => ipcRenderer.invoke(callChannel(method), input)',
      '(...inputs: unknown[]) => ipcRenderer.invoke(callChannel(method), ...inputs)',
    ],
    ['preload: no event object', 'const notify = (): void => listener()', 'const notify = listener'],
  ]),
]
