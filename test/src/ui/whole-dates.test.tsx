import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { withWholeDates } from '../../../src/ui/whole-dates.tsx'

it.each([
  ['Try 2026-11-20, yesterday or 7d.', ['2026-11-20']],
  ['«before:2026-13-45» no es una fecha. Prueba con 2026-11-20.', ['2026-13-45', '2026-11-20']],
  ['before:2026-11', ['2026-11']],
  ['a well-known word', []],
  ['+49 30-1234-56', []],
  ['2026-11-20-7 and 12026-11-20', []],
  ['', []],
])('in “%s” only dates stay whole', (sentence, dates) => {
  const markup = renderToStaticMarkup(<p>{withWholeDates(sentence)}</p>)
  expect([...markup.matchAll(/<span class="whitespace-nowrap">([^<]*)<\/span>/g)].map(([, date]) => date)).toEqual(
    dates,
  )
  expect(markup.replaceAll(/<[^>]*>/g, '')).toBe(sentence)
})
