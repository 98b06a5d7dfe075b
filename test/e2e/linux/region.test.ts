import { expect, it } from 'vitest'
import { killHard, launchApp } from '../../support/app.ts'
import { Person } from '../../support/person.ts'
import { KEY, setStage } from '../../support/stage.ts'

/** macOS and Windows have these in their settings, which a test cannot change. */
it.each([
  [
    'LC_TIME',
    { LANG: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8' },
    /^0?9:00$/,
    '5.6. 14:05',
    /5 June .*at 14:05$|^5 June.*14:05$/,
  ],
  [
    'a combination of language and region',
    { LANG: 'en_US.UTF-8', LC_TIME: 'en_SE.UTF-8' },
    /^0?9:00$/,
    '5/6 14:05',
    /5 June.* at 14:05$/,
  ],
  ['LANG', { LANG: 'en_US.UTF-8', LC_TIME: '' }, /^9:00\sAM$/, '5/6 14:05', /May 6.* at 2:05\sPM$/],
] as const)('times and dates follow %s with English text', async (_, env, tomorrow, typed, shown) => {
  const stage = await setStage({ conversations: 30 })
  const app = await launchApp({
    userDataDir: stage.userDataDir,
    env: { CLARION_API_URL: stage.line.url, CLARION_API_KEY: KEY, LC_ALL: '', ...env },
  })
  try {
    const person = new Person(app.page)
    await person.rows().first().click()
    await person.list().focus()
    await person.page.keyboard.press('h')
    const field = person.page.getByRole('combobox', { name: 'Snooze until' })
    await field.waitFor()
    const until = async (name: string): Promise<string> =>
      ((await person.page.getByRole('option', { name }).locator('span').last().textContent()) ?? '').trim()
    expect(await until('Tomorrow')).toMatch(tomorrow)
    await field.fill(typed)
    expect(await until('Snooze')).toMatch(shown)
    await field.fill('tues-ish')
    await person.page.getByText('Couldn’t read “tues-ish” as a time.').waitFor()
  } finally {
    await killHard(app)
  }
})
