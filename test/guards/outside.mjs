import { guardsOf } from '../../scripts/guard-rules.mjs'

const TARGET = { file: 'src/shared/link-target.ts', test: 'test/electron/guards/external-url.test.ts' }
const LINK_DIALOG = { file: 'electron/shell/link-dialog.ts', test: 'test/electron/shell/link-dialog.test.ts' }
const QUESTION = { file: 'electron/shell/question.ts', test: 'test/electron/shell/question.test.ts' }
const HOSTILE = 'test/src/thread/log/hostile-messages.test.tsx'
const NOTIFICATIONS = 'test/electron/shell/notifications.test.ts'

/** Texts of strangers, and what leaves the app. */
export const OUTSIDE = [
  ...guardsOf(
    { row: 'Message text', file: 'src/thread/log/message-text.tsx', test: HOSTILE, title: 'text and links' },
    [
      [
        'text is never markup',
        "part.kind === 'text' ? part.text :",
        "part.kind === 'text' ? <span key={index} dangerouslySetInnerHTML={{ __html: part.text }} /> :",
      ],
      ['controls and overrides are removed', 'harmlessText(content), [content]', 'content, [content]'],
      ['links by the rule alone', 'href={url}', 'href={text}'],
    ],
  ),
  ...guardsOf(
    { row: 'Message text', file: 'src/thread/log/message-text.tsx', test: HOSTILE, title: 'those of a harmless one' },
    [
      [
        'markup cannot leave its bubble',
        "part.kind === 'text' ? part.text :",
        "part.kind === 'text' ? <b key={index}>{part.text}</b> :",
      ],
    ],
  ),
  ...guardsOf({ row: 'Message text', file: 'src/thread/log/links.ts', test: HOSTILE, title: 'text and links' }, [
    ['a link passes the rule of links', 'linkTarget(written)\n', '({ ok: true, href: written } as const)\n'],
  ]),
  ...guardsOf({ row: 'Message text', file: 'src/words/harmless-text.ts', test: HOSTILE, title: 'text and links' }, [
    ['direction overrides', ".replace(OVERRIDES, '')", ''],
    ['broken characters', 'toWellFormed(text)', 'text'],
  ]),
  ...guardsOf(
    { row: 'Message text', file: 'src/words/harmless-text.ts', test: 'test/src/words/harmless-text.test.ts' },
    [['control characters', String.raw`.replace(CONTROLS, '\ufffd')`, '']],
  ),
  ...guardsOf(
    {
      row: 'Message text',
      file: 'src/thread/composer/plain-text.ts',
      test: 'test/src/thread/composer/plain-text.test.ts',
    },
    [['pasted text is plain', "outgoingText(pasted.replaceAll(PICTURES, ''))", 'pasted']],
  ),

  ...guardsOf(
    {
      row: 'Links to the app',
      file: 'electron/shell/links/parse-link.ts',
      test: 'test/electron/shell/links/parse-link.test.ts',
    },
    [
      ['links to the app: length', "if (link.length > MAX_APP_LINK) return unusable('tooLong')", ''],
      ['links to the app: hidden characters', "if (HIDDEN.test(link)) return unusable('hiddenCharacters')", ''],
      ['links to the app: each field once', '|| fields.has(name)) return null', ') return null'],
      ['links to the app: two channels', "channel: z.enum(['sms', 'email'])", 'channel: z.any()'],
      ['links to the app: hidden characters in a text', '.refine((text) => !HIDDEN_IN_TEXT.test(text))', ''],
    ],
  ),
  ...guardsOf(
    {
      row: 'Links to the app',
      file: 'electron/shell/links/link-inbox.ts',
      test: 'test/electron/shell/links/link-inbox.test.ts',
    },
    [['links to the app: not too often', "if (isTooOften()) return log('link-refused', { why: 'tooOften' })", '']],
  ),
  ...guardsOf(
    {
      row: 'Links to the app',
      file: 'electron/shell/links/second-start.ts',
      test: 'test/electron/shell/links/second-start.test.ts',
    },
    [['arguments: length', ' > MAX_ARGUMENT_BYTES', ' < 0']],
  ),
  ...guardsOf({ row: 'Links to the app', file: 'src/links/link-step.ts', test: 'test/src/links/link-step.test.ts' }, [
    ['a link waits for a dialog', "if (!REPLACEABLE.has(dialog)) return { do: 'wait' }", ''],
  ]),

  ...guardsOf({ row: 'Links', ...TARGET, title: 'externalUrl' }, [
    ['links: length', "if (written.length > MAX_LINK_LENGTH) return refuse('too long')", ''],
    [
      'links: hidden characters',
      "if (HIDDEN.test(written)) return refuse('hidden characters')\n  const [, scheme",
      'const [, scheme',
    ],
    ['links: four schemes', "return refuse('scheme')", 'return { ok: true, href: written, shown: written }'],
    ['links: no user name', "if (authority.includes('@')) return refuse('user name')", ''],
    ['links: a host', "if (wireHost(host) === null) return refuse('no address')", ''],
    ['links: no look-alike host', "|| host.normalize('NFKC') !== host.normalize('NFC')", ''],
    [
      'links: no mail headers',
      "if (fields === null || ![...fields.searchParams].every(isMailField)) return refuse('mail fields')",
      "if (fields === null) return refuse('mail fields')",
    ],
    ['links: no codes for the phone', String.raw`/^\+?[\d(][\d().-]{0,28}\d$/.test(number)`, 'number !== null'],
    ['links: an unencrypted one says so', "scheme === 'http' ? `http://${url.host}` : url.host", 'url.host'],
  ]),
  ...guardsOf(
    { row: 'Links', file: 'electron/guards/links.ts', test: 'test/electron/bridge.test.ts', title: 'openLink' },
    [
      [
        'main applies the rule again',
        "if (!link.ok) return failed({ kind: 'refused', words: link.why })",
        'if (!link.ok) return success(await opener.open(url).then(() => null))',
      ],
      ['nothing opens without a yes', 'if (await opener.confirm(link)) await', 'await'],
    ],
  ),
  ...guardsOf({ row: 'Links', file: 'electron/guards/links.ts', test: 'test/electron/guards/links.test.ts' }, [
    ['the dialog shows the host', "message: text('link.question', { name })", "message: text('link.refused.scheme')"],
    ['the dialog warns', "href.startsWith('http:')", "href.startsWith('ftp:')"],
  ]),
  ...guardsOf({ row: 'Links', ...LINK_DIALOG }, [['a link opens after a yes', "=== 'yes'", "!== 'no'"]]),
  ...guardsOf({ row: 'Questions', ...QUESTION }, [
    ['only the first button agrees', 'return response === 0', 'return response !== 1'],
    ['Escape refuses', 'cancelId: 1', 'cancelId: 0'],
    ['Enter refuses', 'defaultId: 1', 'defaultId: 0'],
    ['one question at a time', "if (isAsking) return 'busy'", ''],
    ['a question is modal', 'window === null ?', 'window !== undefined ?'],
  ]),
  ...guardsOf(
    { row: 'Links', file: 'electron/shell/surface.ts', test: 'test/architecture.test.ts', title: 'openExternal' },
    [
      [
        'one place that opens',
        'export function makeSurface',
        'export const open = (): unknown => shell.openExternal()\nexport function makeSurface',
      ],
    ],
  ),

  ...guardsOf(
    { row: 'Notifications', file: 'electron/shell/notifications.ts', test: NOTIFICATIONS, title: 'the text of' },
    [
      ['markup is escaped', ".replaceAll('<', '&lt;')", ''],
      ['one line', 'systemLine(body, MAX_BODY)', 'body'],
    ],
  ),
  ...guardsOf(
    {
      row: 'Notifications',
      file: 'src/outbox/notice-reply.ts',
      test: 'test/src/notify/answers.test.ts',
      title: 'a reply in a notification',
    },
    [
      ['one report counts', "if (notice.replied === hash) return { kind: 'repeated', conversationId }", ''],
      ['nothing is sent while locked', 'reply.refusal ?? problem ??', 'problem ??'],
      ['nothing is sent after newer messages', "? 'newer-messages' : null", '? null : null'],
    ],
  ),
  ...guardsOf(
    {
      row: 'Notifications',
      file: 'electron/op-backup/kept-replies.ts',
      test: 'test/electron/op-backup/kept-replies.test.ts',
    },
    [
      ['nothing of an earlier start is sent', 'text, wasLocked: true', 'text, wasLocked: false'],
      ['kept replies end with their workspace', 'write(entries.filter((entry) => !isOf(workspaceId)(entry)))', ''],
    ],
  ),
  ...guardsOf(
    {
      row: 'Notifications',
      file: 'electron/shell/notification-answers.ts',
      test: 'test/electron/shell/notification-answers.test.ts',
    },
    [
      ['only our ids', 'workspaceOfNotice(noticeId) === null || isKnown', 'isKnown'],
      ['a limit', 'if (waiting.length >= MAX_WAITING)', 'if (waiting.length >= Infinity)'],
      ['only the own workspace', 'workspaceOfNotice(noticeId) === workspaceId', 'workspaceId !== noticeId'],
    ],
  ),
  ...guardsOf(
    { row: 'The request log', file: 'electron/api/request-log.ts', test: 'test/electron/api/request-log.test.ts' },
    [
      ['codes only', ".test(code) ? code : 'UNKNOWN'", '.test(code) ? code : code'],
      ['no text of the server', 'failure: failure.kind, code }', 'failure: failure.kind, code, failed: failure }'],
    ],
  ),
  ...guardsOf({ row: 'Files', file: 'electron/exports/exporter.ts', test: 'test/electron/exports/exporter.test.ts' }, [
    ['a valid name', '`${fileName(name)}.${extension}`', '`${name}.${extension}`'],
    ['the page learns no folder', String.raw`path.split(/[\\/]/).at(-1) ?? ''`, 'path'],
  ]),
]
