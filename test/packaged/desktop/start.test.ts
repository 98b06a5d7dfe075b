import { expect, it, onTestFinished } from 'vitest'
import { startSandbox } from '../../../electron/sandbox/server.ts'
import { startPackaged } from '../../support/packaged-app.ts'
import { threadsRead } from '../../support/threads-read.ts'

const KEY = 'sk_live_packaged_0123456789'

it('the packaged app starts on this system and reads the account', async () => {
  const server = await startSandbox({ conversations: 12, answers: false, key: KEY })
  onTestFinished(server.close)
  const app = startPackaged({ env: { CLARION_API_URL: server.url, CLARION_API_KEY: KEY } })
  onTestFinished(app.close)
  // The window's page asks for threads, so it has loaded from the package, opened its database and passed its calls to main.
  await server.journal.until(() => threadsRead(server).size === 12)
  expect(app.process.exitCode).toBeNull()
})
