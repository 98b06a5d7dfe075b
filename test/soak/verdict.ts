/** What one server and the outbox of its workspace show after a soak. */
export type Evidence = {
  /** The workspace. Every reply that belongs to it begins with its name. */
  readonly name: string
  readonly written: readonly string[]
  /** What its server received, in order. */
  readonly sent: readonly string[]
  /** Why the app asked the user, once for each answer. */
  readonly asked: readonly string[]
  /** States of the ops that are still in its outbox. */
  readonly open: readonly string[]
}

export type Verdict = {
  readonly name: string
  readonly written: number
  readonly sent: number
  readonly asked: readonly string[]
  /** Written here, and neither on its server nor open. */
  readonly lost: readonly string[]
  /** On the server more than once. */
  readonly doubled: readonly string[]
  /** On this server, and written in another workspace. */
  readonly crossed: readonly string[]
  readonly open: readonly string[]
}

/** `lost` counts every reply that its server does not have: an op that is still open shows under `open` too. */
export function verdictOn({ name, written, sent, asked, open }: Evidence): Verdict {
  return {
    name,
    written: written.length,
    sent: sent.length,
    asked,
    lost: written.filter((reply) => !sent.includes(reply)),
    doubled: sent.filter((reply, index) => sent.indexOf(reply) !== index),
    crossed: sent.filter((reply) => !reply.startsWith(`${name} `)),
    open,
  }
}

/** One line for each workspace, in columns. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const head = ['workspace', 'written', 'on server', 'lost', 'doubled', 'crossed', 'still open', 'asked']
  const rows = verdicts.map(({ name, written, sent, lost, doubled, crossed, open, asked }) => [
    name,
    ...[written, sent, lost.length, doubled.length, crossed.length, open.length].map(String),
    tallyOf(asked),
  ])
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** "2 too-many-resends, 1 stale". */
function tallyOf(reasons: readonly string[]): string {
  if (reasons.length === 0) return '0'
  return [...new Set(reasons)].map((why) => `${reasons.filter((one) => one === why).length} ${why}`).join(', ')
}
