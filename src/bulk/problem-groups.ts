import type { Problem } from '../view/view-state.ts'

/** A problem as the dialog lists it. Conversations without a name that share a reason are one line. */
type ProblemLine = {
  readonly conversationId: string
  readonly name: string | null
  readonly why: string
  /** Of how many conversations. */
  readonly count: number
}

/** The problems of one workspace; `workspace` is null in the list of one workspace. */
export type ProblemGroup = {
  readonly workspace: NonNullable<Problem['workspace']> | null
  readonly lines: readonly ProblemLine[]
}

/** Groups problems by workspace, in the order in which they occur, with at most `maxLines` lines in all. `hidden`: conversations beyond. */
export function groupProblems(
  problems: readonly Problem[],
  maxLines: number,
): { readonly groups: readonly ProblemGroup[]; readonly hidden: number } {
  const byWorkspace = new Map<string | null, Problem[]>()
  for (const problem of problems) {
    const id = problem.workspace?.id ?? null
    const members = byWorkspace.get(id)
    if (members === undefined) byWorkspace.set(id, [problem])
    else members.push(problem)
  }
  let left = maxLines
  let hidden = 0
  const groups = [...byWorkspace.values()].map((members) => {
    const lines = linesOf(members)
    const shown = lines.slice(0, left)
    left -= shown.length
    for (const { count } of lines.slice(shown.length)) hidden += count
    return { workspace: members[0]?.workspace ?? null, lines: shown }
  })
  return { groups: groups.filter(({ lines }) => lines.length > 0), hidden }
}

function linesOf(problems: readonly Problem[]): readonly ProblemLine[] {
  const lines: ProblemLine[] = []
  const nameless = new Map<string, number>()
  for (const { conversationId, name, why } of problems) {
    const index = name === null ? nameless.get(why) : undefined
    const line = index === undefined ? undefined : lines[index]
    if (index !== undefined && line !== undefined) {
      lines[index] = { ...line, count: line.count + 1 }
      continue
    }
    if (name === null) nameless.set(why, lines.length)
    lines.push({ conversationId, name, why, count: 1 })
  }
  return lines
}
