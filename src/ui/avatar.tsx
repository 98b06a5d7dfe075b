import { UserRound } from 'lucide-react'
import { hueOf, initialsOf } from './initials.ts'

type AvatarProps = {
  readonly name: string
  /** What keeps its colour when the name changes: an id. */
  readonly seed: string
  /** px */
  readonly size?: number
}

/** Decoration: the name stands beside it wherever it is used. */
export function Avatar({ name, seed, size = 32 }: AvatarProps) {
  const initials = initialsOf(name)
  const hue = hueOf(seed)
  return (
    <span
      aria-hidden="true"
      className="inline-flex shrink-0 items-center justify-center rounded-full font-medium select-none"
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.36),
        lineHeight: 1,
        backgroundColor: `oklch(var(--avatar-fill) ${hue})`,
        color: `oklch(var(--avatar-words) ${hue})`,
      }}
    >
      {initials === '' ? <UserRound size={Math.round(size * 0.5)} strokeWidth={1.75} /> : initials}
    </span>
  )
}
