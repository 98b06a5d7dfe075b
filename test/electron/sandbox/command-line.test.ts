import { describe, expect, it } from 'vitest'
import { introduction, readCommandLine } from '../../../electron/sandbox/command-line.ts'
import { startSandbox } from '../../../electron/sandbox/server.ts'

describe('the command line of the sandbox', () => {
  it('has a value for everything', () => {
    expect(readCommandLine([])).toEqual({
      do: 'serve',
      options: { port: 4010, conversations: 500, seed: 1, key: 'sk_test_demo', answers: true, showJournal: false },
      quiet: false,
    })
  })

  it('takes every option', () => {
    const words = '--port 0 --conversations 100000 --seed 7 --key sk_x --no-answers --journal --quiet'.split(' ')
    expect(readCommandLine(words)).toEqual({
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
  ])('%j is explained', (words, reason) => {
    expect(readCommandLine(words)).toMatchObject({ do: 'explain', exitCode: 1, words: expect.stringContaining(reason) })
  })

  it('explains itself when asked to', () => {
    expect(readCommandLine(['--help'])).toMatchObject({
      do: 'explain',
      exitCode: 0,
      words: expect.stringContaining('--seed 1'),
    })
  })

  it('says where it listens, how to ask it, that a port was taken, and that nothing is kept', async () => {
    const first = await startSandbox({ conversations: 5, answers: false })
    const second = await startSandbox({ conversations: 5, answers: false, port: first.port, key: 'sk_x' })
    try {
      const words = introduction(second, { port: first.port }).join('\n')
      expect(words).toContain(`Port ${first.port} is taken, so another one was chosen.`)
      expect(words).toContain(`listens on ${second.url} with 5 conversations`)
      expect(words).toContain(`curl "${second.url}/conversations?limit=25&channel=sms" -H "Authorization: Bearer sk_x"`)
      expect(words).toContain('lives in memory')
      expect(introduction(first, { port: first.port }).join('\n')).not.toContain('is taken')
    } finally {
      await Promise.all([first.close(), second.close()])
    }
  })
})
