import { describe, expect, it } from 'vitest'
import { address, introduction, readCommandLine } from '../../../electron/sandbox/command-line.ts'
import { startSandbox } from '../../../electron/sandbox/server.ts'

describe('the command line of the sandbox', () => {
  it('has a default for every option', () => {
    expect(readCommandLine([])).toEqual({
      do: 'serve',
      options: { port: 4010, conversations: 500, seed: 1, key: undefined, answers: true, showJournal: false },
      quiet: false,
    })
  })

  it('accepts every option', () => {
    const args = '--port 0 --conversations 100000 --seed 7 --key sk_x --no-answers --journal --quiet'.split(' ')
    expect(readCommandLine(args)).toEqual({
      do: 'serve',
      options: { port: 0, conversations: 100_000, seed: 7, key: 'sk_x', answers: false, showJournal: true },
      quiet: true,
    })
  })

  it.each([
    [['--port', 'http'], '--port must be a whole number from 0 to 65535, not "http"'],
    [['--port', '65536'], '--port must be a whole number from 0 to 65535, not "65536"'],
    [['--conversations', '-5'], 'argument is ambiguous'],
    [['--conversations', '1.5'], '--conversations must be a whole number'],
    [['--colour'], "Unknown option '--colour'"],
    [['4010'], 'Unexpected argument'],
  ])('explains what is wrong with %j', (args, reason) => {
    expect(readCommandLine(args)).toMatchObject({ do: 'explain', exitCode: 1, text: expect.stringContaining(reason) })
  })

  it('shows its options for --help', () => {
    expect(readCommandLine(['--help'])).toMatchObject({
      do: 'explain',
      exitCode: 0,
      text: expect.stringContaining('--seed 1'),
    })
  })

  it('prints the address, an example, whether the port was in use, and that the account is in memory', async () => {
    const first = await startSandbox({ conversations: 5, answers: false })
    const second = await startSandbox({ conversations: 5, answers: false, port: first.port, key: 'sk_x' })
    try {
      const text = introduction(second, { port: first.port }).join('\n')
      expect(text).toContain(`Port ${first.port} is in use, so another one was chosen.`)
      expect(text).toContain(`listens on ${second.url} with 5 conversations`)
      expect(text).toContain(`curl "${second.url}/conversations?limit=25&channel=sms" -H "Authorization: Bearer sk_x"`)
      expect(text).toContain('is in memory')
      expect(address(second, { key: 'sk_x' })).toEqual([second.url])
      expect(address(first, {})).toEqual([first.url, first.key])
      expect(introduction(first, { port: first.port }).join('\n')).not.toContain('is in use')
    } finally {
      await Promise.all([first.close(), second.close()])
    }
  })
})
