import { parseArgs } from 'node:util'
import type { Sandbox, SandboxOptions } from './server.ts'

const USAGE = `Serves the Conversations API on this machine with a generated account.

  --port 4010             the port; if it is in use, another one is chosen
  --conversations 500     the number of conversations at the start
  --seed 1                the same seed gives the same account
  --key sk_test_demo      the accepted API key; a random one by default
  --no-answers            customers do not write
  --journal               GET /__journal lists the requests and changes
  --quiet                 prints only the address, and a random key
  --help                  shows this text`

export type CommandLine =
  | { readonly do: 'serve'; readonly options: SandboxOptions; readonly quiet: boolean }
  | { readonly do: 'explain'; readonly text: string; readonly exitCode: 0 | 1 }

export function readCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4010' },
        conversations: { type: 'string', default: '500' },
        seed: { type: 'string', default: '1' },
        key: { type: 'string' },
        'no-answers': { type: 'boolean', default: false },
        journal: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { do: 'explain', text: USAGE, exitCode: 0 }
    const options: SandboxOptions = {
      port: readCount('port', values.port ?? '', 65_535),
      conversations: readCount('conversations', values.conversations ?? '', 1_000_000),
      seed: readCount('seed', values.seed ?? '', 0xffff_ffff),
      key: values.key,
      answers: !values['no-answers'],
      showJournal: values.journal,
    }
    return { do: 'serve', options, quiet: values.quiet ?? false }
  } catch (error) {
    return {
      do: 'explain',
      text: `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`,
      exitCode: 1,
    }
  }
}

/** The lines to print after the start with `--quiet`. */
export function address({ url, key }: Sandbox, options: SandboxOptions): readonly string[] {
  return options.key === undefined ? [url, key] : [url]
}

/** The lines to print after the start. */
export function introduction({ url, port, key, account }: Sandbox, options: SandboxOptions): readonly string[] {
  const portNotice =
    options.port !== 0 && options.port !== port ? [`Port ${options.port} is in use, so another one was chosen.`] : []
  return [
    ...portNotice,
    `The Conversations API listens on ${url} with ${account.size} conversations.`,
    '',
    `  curl "${url}/conversations?limit=25&channel=sms" -H "Authorization: Bearer ${key}"`,
    '',
    'The account is in memory: all changes are lost when the server stops (Ctrl+C).',
  ]
}

function readCount(name: string, text: string, max: number): number {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (count <= max) return count
  throw new Error(`--${name} must be a whole number from 0 to ${max}, not "${text}"`)
}
