import { introduction, readCommandLine } from './command-line.ts'
import { startSandbox } from './server.ts'

/** The entry of `npm run sandbox`. */
const asked = readCommandLine(process.argv.slice(2))
if (asked.do === 'explain') {
  console.log(asked.words)
  process.exitCode = asked.exitCode
} else {
  const sandbox = await startSandbox(asked.options)
  console.log(asked.quiet ? sandbox.url : introduction(sandbox, asked.options).join('\n'))
  const stop = (): void => void sandbox.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
