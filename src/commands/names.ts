import { currentLanguage } from '../shared/language.ts'
import { commandAliases } from '../strings/en/commands/aliases.ts'
import { commandTitles } from '../strings/en/commands/titles.ts'
import { text } from '../strings/text.ts'
import type { Command } from './command.ts'

type TitleId = keyof typeof commandTitles

/**
 * A command's title and aliases. In other languages the English ones are aliases too, so that English search words keep working.
 * `otherTitleId`: a title that the command has with other settings.
 */
export function names(
  titleId: TitleId,
  aliasesId?: keyof typeof commandAliases,
  otherTitleId: TitleId = titleId,
): Pick<Command, 'title' | 'aliases'> {
  const own = aliasesId === undefined ? [] : listed(text(aliasesId))
  if (currentLanguage() === 'en') return { title: text(titleId), aliases: own }
  const english = [titleId, otherTitleId].map((id) => commandTitles[id])
  const englishAliases = aliasesId === undefined ? [] : listed(commandAliases[aliasesId])
  return { title: text(titleId), aliases: [...new Set([...own, ...english, ...englishAliases])] }
}

function listed(aliases: string): readonly string[] {
  return aliases.split(', ')
}
