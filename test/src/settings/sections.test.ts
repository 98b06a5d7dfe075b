import { expect, it } from 'vitest'
import { COMMANDS } from '../../../src/commands/registry.ts'
import { SECTIONS } from '../../../src/settings/sections.tsx'

it('every section has a command with its title that opens it', () => {
  const commands = COMMANDS.filter(({ id }) => id.startsWith('settings-'))
  expect(commands.map(({ id, title }) => [id, title])).toEqual(
    SECTIONS.map(({ id, title }) => [`settings-${id}`, `Settings: ${title}`]),
  )
})
