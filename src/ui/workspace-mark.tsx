import { initialsOf } from './initials.ts'

type WorkspaceMarkProps = {
  readonly name: string
  /** Degrees. */
  readonly hue: number
  /** px */
  readonly size?: number
}

/** A square with a workspace's colour and first letter: round ones are customers. Decorative: every use shows or says the name too. */
export function WorkspaceMark({ name, hue, size = 16 }: WorkspaceMarkProps) {
  return (
    <span
      aria-hidden="true"
      className="inline-flex shrink-0 items-center justify-center rounded-mark font-semibold select-none"
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.62),
        lineHeight: 1,
        backgroundColor: `oklch(var(--workspace-fill) ${hue})`,
        color: `oklch(var(--workspace-text) ${hue})`,
      }}
    >
      {initialsOf(name).slice(0, 1)}
    </span>
  )
}
