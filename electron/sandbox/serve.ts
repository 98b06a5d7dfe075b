import { address, introduction, readCommandLine } from './command-line.ts'
import { startSandbox } from './server.ts'

/** The entry point of `npm run sandbox`. */
const commandLine = readCommandLine(process.argv.slice(2))
if (commandLine.do === 'explain') {
  console.log(commandLine.text)
  process.exitCode = commandLine.exitCode
} else {
  const sandbox = await startSandbox(commandLine.options)
  console.log((commandLine.quiet ? address : introduction)(sandbox, commandLine.options).join('\n'))
  const stop = (): void => void sandbox.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
