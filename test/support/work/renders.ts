/**
 * Counts the components that React renders, by name. React reports each commit to this hook, as it does to its developer tools, so the
 * components are counted as they are. Import it before react-dom, which looks for the hook once.
 */

/** The part of React's fiber that is read here. The developer tools read the same. */
type Fiber = {
  readonly tag: number
  readonly type: unknown
  readonly flags: number
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly alternate: Fiber | null
}

/** Tags of function components, class components, forwarded refs and the two kinds of memo. */
const COMPONENTS: ReadonlySet<number> = new Set([0, 1, 11, 14, 15])
/** The flag of a fiber whose component was called in this commit. */
const PERFORMED_WORK = 1

const counts = new Map<string, number>()

/** Renders since the last `resetRenders`, by the component's name. */
export function countRenders(): ReadonlyMap<string, number> {
  return new Map(counts)
}

export function resetRenders(): void {
  counts.clear()
}

/** The developer tools decide in the same way which fibers a commit has rendered. */
function visit(fiber: Fiber, before: Fiber | null): void {
  const isRendered = before === null || (fiber.flags & PERFORMED_WORK) !== 0
  if (COMPONENTS.has(fiber.tag) && isRendered) {
    const name = nameOf(fiber.type)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  if (before !== null && fiber.child === before.child) return
  for (let child = fiber.child; child !== null; child = child.sibling) visit(child, child.alternate)
}

function nameOf(type: unknown): string {
  const { displayName, name, type: inner, render } = type as Record<string, unknown>
  for (const found of [displayName, name]) if (typeof found === 'string' && found !== '') return found
  return inner === undefined && render === undefined ? 'without a name' : nameOf(inner ?? render)
}

Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    isDisabled: false,
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    checkDCE: () => {},
    onCommitFiberRoot: (_: unknown, { current }: { readonly current: Fiber }) => visit(current, current.alternate),
    onPostCommitFiberRoot: () => {},
    onCommitFiberUnmount: () => {},
  },
})
