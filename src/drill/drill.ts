/** The key drill: a few steps that the user does with the keys. Pure. */

/** `reply` and `star` replace what would reach a customer outside the demo. */
export const STEP_IDS = ['next', 'send', 'reply', 'resolve', 'star', 'undo', 'palette'] as const
export type StepId = (typeof STEP_IDS)[number]

/** How the user did a step. */
export type Way = 'key' | 'pointer'

/** Undo comes after a change that can always be undone. A message can be taken back only for some seconds. */
const DEMO_STEPS: readonly StepId[] = ['next', 'send', 'resolve', 'undo', 'palette']
/** Customers get nothing of these: a star is kept on this device. */
const HARMLESS_STEPS: readonly StepId[] = ['next', 'reply', 'star', 'undo', 'palette']

export type Done = Readonly<Partial<Record<StepId, Way>>>

export type Drill = {
  readonly steps: readonly StepId[]
  readonly done: Done
  /** The step that was done last; null at the start. */
  readonly last: StepId | null
}

export function startDrill(isDemo: boolean, done: Done = {}): Drill {
  return { steps: isDemo ? DEMO_STEPS : HARMLESS_STEPS, done: withoutHalf(done), last: null }
}

/** An undo is noticed only after its change, so one that was interrupted begins again with the change. */
function withoutHalf({ resolve, star, ...done }: Done): Done {
  if (done.undo === undefined) return done
  return { ...done, ...(resolve !== undefined && { resolve }), ...(star !== undefined && { star }) }
}

/** The step to do now; null when all are done. */
export function stepOf({ steps, done }: Drill): StepId | null {
  return steps.find((step) => done[step] === undefined) ?? null
}

/** How many steps are done. */
export function countDone({ steps, done }: Drill): number {
  return steps.filter((step) => done[step] !== undefined).length
}

/** A step may be done before its turn. The same object when nothing changes. */
export function afterStep(drill: Drill, step: StepId, way: Way): Drill {
  if (!drill.steps.includes(step) || drill.done[step] !== undefined) return drill
  return { ...drill, done: { ...drill.done, [step]: way }, last: step }
}

/** What a conversation is like, as far as the steps change it. */
export type Standing = { readonly isFinished: boolean; readonly isStarred: boolean }

/** The step that a change of a conversation was. `first`: when the user selected it. `wasChanged`: it has differed since. */
export function stepOfChange(
  first: Standing,
  now: Standing,
  wasChanged: boolean,
): Extract<StepId, 'resolve' | 'star' | 'undo'> | null {
  if (now.isFinished && !first.isFinished) return 'resolve'
  if (now.isStarred && !first.isStarred) return 'star'
  return wasChanged && now.isFinished === first.isFinished && now.isStarred === first.isStarred ? 'undo' : null
}

/** What this device remembers. */
export type DrillMemory = {
  /** The user finished or skipped it: it starts only by command. */
  readonly isOver: boolean
  readonly done: Done
}

const NEW: DrillMemory = { isOver: false, done: {} }

/** Unknown steps and other damage are ignored: at worst, the drill is offered again. */
export function readMemory(stored: string | null): DrillMemory {
  const known = parse(stored)
  if (known === null) return NEW
  const done = parse(known['done'] ?? null) ?? {}
  const steps = STEP_IDS.flatMap((id) => (done[id] === 'key' || done[id] === 'pointer' ? [[id, done[id]]] : []))
  return { isOver: known['isOver'] === true, done: Object.fromEntries(steps) as Done }
}

function parse(stored: unknown): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = typeof stored === 'string' ? JSON.parse(stored) : stored
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Whether the drill is offered without a command: once, and never among real customers. */
export function isOffered(kind: 'api' | 'demo', { isOver }: DrillMemory): boolean {
  return kind === 'demo' && !isOver
}
