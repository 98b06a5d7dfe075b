import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FUSES } from '../support/fuses.ts'

// The packaged test reads the same table from the executable.
it.each(Object.entries(FUSES))('the build sets the fuse %s to %s', (name, isOn) => {
  const config = readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8')
  const [, set = ''] = /^electronFuses:\n((?: {2}\S.*\n)+)/m.exec(config) ?? []
  const key = name.charAt(0).toLowerCase() + name.slice(1)
  expect(set.split('\n')).toContain(`  ${key}: ${isOn}`)
})
