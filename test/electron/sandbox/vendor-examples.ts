import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A curl command of the vendor's page and the response on the page, both verbatim. */
type VendorExample = { readonly title: string; readonly command: string; readonly answer: unknown }

const PAGE = fileURLToPath(new URL('./vendor-examples.txt', import.meta.url))

export function readVendorExamples(): readonly VendorExample[] {
  return readFileSync(PAGE, 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.split('\n')
      const [command = '', answer] = lines.join('\n').split(/^Response:\n/m)
      return { title, command: command.trim(), answer: answer === undefined ? null : (JSON.parse(answer) as unknown) }
    })
}

/** Splits a command like a POSIX shell, with comments, quotes and continued lines. It needs no shell, so it works on every system. */
function splitArgs(command: string): readonly string[] {
  const text = command.replace(/^#.*$/gm, '').replaceAll('\\\n', ' ')
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((word) => word[1] ?? word[2] ?? word[3] ?? '')
}

/** Runs the command with the real curl, the given host and the given key. */
export async function runExample(
  command: string,
  { url, key }: { readonly url: string; readonly key: string },
): Promise<unknown> {
  const filled = command.replaceAll('https://api.agentclara.app', url).replaceAll('YOUR_API_KEY', key)
  const [program = '', ...args] = splitArgs(filled)
  try {
    const { stdout } = await promisify(execFile)(program, ['--silent', '--show-error', ...args])
    return JSON.parse(stdout)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error('This test needs curl. Install it (Debian: apt-get install curl).', {
      cause: error,
    })
  }
}
