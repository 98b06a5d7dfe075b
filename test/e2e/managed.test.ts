import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { startSandbox } from '../../electron/sandbox/server.ts'
import { startHttpProxy } from '../support/http-proxy.ts'
import { KEY, sentMessages, setStage } from '../support/stage.ts'
import { startTlsFront } from '../support/tls-front.ts'

/** A name that exists nowhere: only the proxy knows the way, so nothing can arrive without it. */
const HOST = 'api.clarion.invalid'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

it('a managed computer reaches its server through a proxy with a login, and shows what is locked', async () => {
  const sandbox = await startSandbox({ conversations: 12, answers: false, key: KEY })
  const front = await startTlsFront(HOST, sandbox.port)
  const proxy = await startHttpProxy(front.port)
  proxy.login = 'anna:secret'
  const folder = await mkdtemp(join(tmpdir(), 'clarion-managed-'))
  open.push(
    () => sandbox.close(),
    () => front.close(),
    () => proxy.close(),
    () => rm(folder, { recursive: true }),
  )
  const [policyFile, caFile] = [join(folder, 'policy.json'), join(folder, 'ca.pem')]
  await writeFile(caFile, front.cert, { mode: 0o644 })
  const policy = {
    organisation: 'Example Ltd',
    workspaces: [{ name: 'Support', url: `https://${HOST}` }],
    allowedHosts: [HOST],
    settings: { lockAfterIdleMinutes: 15, notificationDetails: false },
    proxy: { mode: 'fixed', server: `http://${proxy.name}` },
    caFile,
  }
  await writeFile(policyFile, JSON.stringify(policy), { mode: 0o644 })
  const env = { CLARION_POLICY_FILE: policyFile, CLARION_API_URL: `https://${HOST}`, CLARION_API_KEY: KEY }
  const stage = await setStage({ env })
  const person = await stage.start('connected')
  const { page } = person

  const login = page.getByRole('form', { name: 'Proxy sign-in' })
  await login.getByText(`The proxy ${proxy.name} asks for a name and password.`).waitFor()
  const signIn = async (password: string): Promise<void> => {
    await login.getByLabel('Name').fill('anna')
    await login.getByLabel('Password').fill(password)
    await login.getByRole('button', { name: 'Sign in' }).click()
  }
  await signIn('wrong')
  await login.getByText('didn’t accept this name and password').waitFor()
  await signIn('secret')
  await login.waitFor({ state: 'detached' })
  await person.open(/^John Smith/)
  await person.sendReply('Tuesday at ten.')
  await expect.poll(() => sentMessages(sandbox).map(({ content }) => content)).toEqual(['Tuesday at ten.'])
  expect(proxy.asked.filter(({ login: tried }) => tried === 'anna:wrong')).toHaveLength(1)
  expect(new Set(proxy.asked.map(({ method, target }) => `${method} ${target}`))).toEqual(
    new Set([`CONNECT ${HOST}:443`]),
  )
  expect(proxy.bytes()).not.toContain(KEY)

  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByText('Some settings are managed by Example Ltd.').waitFor()
  await settings.getByRole('tab', { name: 'Security' }).click()
  const idle = settings.getByRole('radio', { name: '15 min' })
  await idle.waitFor()
  expect([await idle.isChecked(), await idle.isDisabled()]).toEqual([true, true])
  expect(await settings.getByText('Managed by your organisation').count()).toBe(1)
  await settings.getByRole('tab', { name: 'Notifications' }).click()
  expect(await settings.getByRole('radio', { name: 'No details' }).isChecked()).toBe(true)
})
