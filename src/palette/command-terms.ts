import type { Command } from '../commands/command.ts'
import type { SectionName } from './entry.ts'
import { ALIAS_HANDICAP, makeTerm, type Term } from './match.ts'
import { settingTerms } from './setting-terms.ts'

/** A command that changes a setting ranks above the section that has it. */
const SETTING_HANDICAP = 100

/** What finds a command: its title as shown, its general `name`, its aliases, and the settings in its section. */
export function commandTerms(command: Pick<Command, 'id' | 'aliases'>, title: string, name: string): readonly Term[] {
  const aliases = [...(name === title ? [] : [name]), ...(command.aliases ?? [])]
  return [
    makeTerm(title, { isFuzzy: true }),
    ...aliases.map((alias) => makeTerm(alias, { isAlias: true, handicap: ALIAS_HANDICAP })),
    ...settingTerms(command.id).map((words) => makeTerm(words, { isAlias: true, handicap: SETTING_HANDICAP })),
  ]
}

export function sectionOf({ id, group }: Pick<Command, 'id' | 'group'>): SectionName {
  if (id.startsWith('go-search-')) return 'searches'
  if (id.startsWith('go-workspace-') || id === 'go-all-inboxes') return 'workspaces'
  return group === 'settings' ? 'settings' : 'commands'
}
