import { currentLanguage } from '../../shared/language.ts'
import { commandTexts } from '../../strings/en/commands/texts.ts'
import { text } from '../../strings/text.ts'
import { type Command, type CommandContext, NO_CHANGE } from '../command.ts'

/** Digits from 1 to 9 have a key each. */
const MAX_WITH_KEY = 9

/** Showing another workspace. The first nine have keys, in the order of the rail. */
export const WORKSPACES: readonly Command[] = Array.from({ length: MAX_WITH_KEY }, (_, index) =>
  goToWorkspace(index + 1),
)

function goToWorkspace(number: number): Command {
  const workspaceIn = ({ open }: CommandContext) => open.workspaces.list()[number - 1]?.workspace
  return {
    id: `go-workspace-${number}`,
    title: text('commands.goWorkspace.title', { number: String(number) }),
    titleNow(context) {
      const name = workspaceIn(context)?.name
      return name === undefined
        ? text('commands.goWorkspace.title', { number: String(number) })
        : text('commands.goToSearch.title', { name })
    },
    aliases: [text('commands.goWorkspace.alias'), ...englishNames(number)],
    group: 'go-to',
    menu: 'go',
    scope: 'global',
    keys: { clarion: [`$mod+${number}`] },
    worksInText: true,
    isOffered: ({ workspaces }) => workspaces.list().length > 1 && number <= workspaces.list().length,
    canRun: (context) => context.open.workspaces.list().length > 1 && workspaceIn(context) !== undefined,
    run(context) {
      const workspace = workspaceIn(context)
      if (workspace !== undefined) context.open.workspaces.choose(workspace.id)
    },
    undo: NO_CHANGE,
  }
}

/** English search words keep working in other languages. */
function englishNames(number: number): readonly string[] {
  if (currentLanguage() === 'en') return []
  const title = commandTexts['commands.goWorkspace.title'].replace('{number}', String(number))
  return [title, commandTexts['commands.goWorkspace.alias']]
}
