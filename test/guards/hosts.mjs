import { guardsOf } from '../../scripts/guard-rules.mjs'

const CONNECT = { file: 'electron/accounts/connect.ts', test: 'test/electron/accounts/connect.test.ts' }
const POLICY = { file: 'electron/accounts/confirm-policy.ts', test: 'test/electron/accounts/confirm-policy.test.ts' }
const GATE = { file: 'electron/accounts/host-gate.ts', test: 'test/electron/accounts/host-gate.test.ts' }
const LIMIT = { file: 'electron/accounts/connect-limit.ts', test: 'test/electron/accounts/connect-limit.test.ts' }
const FOUND = 'test/electron/accounts/found-workspaces.test.ts'

/** The servers that main sends to. */
export const HOSTS = [
  ...guardsOf({ row: 'Hosts', ...CONNECT, title: 'that the user refuses' }, [
    ['no server before the answer', 'if (!admitted.ok) return admitted', 'if (admitted === null) return admitted'],
    [
      'no question about another server',
      'if (problem !== null) return refuse(problem)\n  // Also before',
      '// Also before',
    ],
  ]),
  ...guardsOf({ row: 'Hosts', file: 'electron/accounts/workspaces.ts', test: FOUND, title: 'does not confirm' }, [
    ['a found address is not confirmed', "fingerprint !== ''", 'fingerprint !== null'],
  ]),
  ...guardsOf({ row: 'Hosts', ...POLICY }, [
    ['scheme, host and port', 'originOf(confirmed) === origin', 'originOf(confirmed)?.includes(hostname) === true'],
    ['a host that the dialog can show', 'if (!target.ok) return', 'if (target === null) return'],
    ['this computer in every form', '/^(?:127|0)', '/^(?:127)'],
    ['hosts: an unencrypted one says so', "isEncrypted: protocol === 'https:'", "isEncrypted: protocol !== ''"],
  ]),
  ...guardsOf({ row: 'Hosts', ...GATE }, [
    ['only a yes admits', "if (answer === 'no') {", 'if (answer === null) {'],
    ['a question that was not shown admits nothing', "if (answer === 'busy') return", 'if (answer === null) return'],
    ['three refusals, then a pause', 'if (mustNotAsk(refusedAt, now()))', 'if (mustNotAsk([], now()))'],
    ['ten connects a minute', 'if (mustNotConnect(connectedAt, now()))', 'if (mustNotConnect([], now()))'],
    ['the dialog names the host', '{ host: shown }', "{ host: '' }"],
    ['the dialog says: this computer', "isThisComputer ? [text('connect.thisComputer')] : []", '[]'],
    ['the dialog says: not encrypted', "isEncrypted ? [] : [text('connect.notEncrypted')]", '[]'],
  ]),
  ...guardsOf(
    {
      row: 'Hosts',
      file: 'electron/shell/confirmations.ts',
      project: 'e2e',
      test: 'test/e2e/security.test.ts',
      title: 'did not confirm',
    },
    [
      [
        'the page connects to no server of its choice',
        'makeHostGate({ workspaces, ask, decideServer, now: () => performance.now(), log })',
        '{ admit: async () => ({ ok: true, value: null }) }',
      ],
    ],
  ),
  ...guardsOf({ row: 'Hosts', ...LIMIT }, [
    ['the pause lasts a minute', '&& now - last < MINUTE_MS', '&& now - last < 1_000'],
    ['the limit of connects', 'first !== undefined && now - first < MINUTE_MS', 'first === now'],
  ]),
]
