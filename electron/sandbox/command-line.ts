import { parseArgs } from 'node:util'
import type { Sandbox, SandboxOptions } from './server.ts'

const USAGE = `Serves the Conversations API on this machine, with an account made up from a seed.

  --port 4010             where to listen; another port is chosen when it is taken
  --conversations 500     how many the account begins with
  --seed 1                the same seed gives the same account
  --key sk_test_demo      the API key that is accepted
  --no-answers            customers neither answer nor write by themselves
  --journal               GET /__journal tells what reached the server
  --quiet                 print the address and nothing else
  --help                  this text`

export type CommandLine =
  | { readonly do: 'serve'; readonly options: SandboxOptions; readonly quiet: boolean }
  | { readonly do: 'explain'; readonly words: string; readonly exitCode: 0 | 1 }

export function readCommandLine(words: readonly string[]): CommandLine {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        port: { type: 'string', default: '4010' },
        conversations: { type: 'string', default: '500' },
        seed: { type: 'string', default: '1' },
        key: { type: 'string', default: 'sk_test_demo' },
        'no-answers': { type: 'boolean', default: false },
        journal: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { do: 'explain', words: USAGE, exitCode: 0 }
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
      words: `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`,
      exitCode: 1,
    }
  }
}

/** What to say once it runs. */
export function introduction({ url, port, key, account }: Sandbox, options: SandboxOptions): readonly string[] {
  const moved =
    options.port !== 0 && options.port !== port ? [`Port ${options.port} is taken, so another one was chosen.`] : []
  return [
    ...moved,
    `The Conversations API listens on ${url} with ${account.size} conversations.`,
    '',
    `  curl "${url}/conversations?limit=25&channel=sms" -H "Authorization: Bearer ${key}"`,
    '',
    'The account lives in memory: what is sent is gone when the server stops (Ctrl+C).',
  ]
}

function readCount(name: string, text: string, most: number): number {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (count <= most) return count
  throw new Error(`--${name} must be a whole number from 0 to ${most}, not "${text}"`)
}
