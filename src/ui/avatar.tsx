import { UserRound } from 'lucide-react'
import { hueOf, initialsOf } from './initials.ts'

type AvatarProps = {
  readonly name: string
  /** An id, so that the colour stays when the name changes. */
  readonly seed: string
  /** px */
  readonly size?: number
}

/** Decorative: every use shows the name beside it. */
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
        color: `oklch(var(--avatar-text) ${hue})`,
      }}
    >
      {initials === '' ? <UserRound size={Math.round(size * 0.5)} strokeWidth={1.75} /> : initials}
    </span>
  )
}
