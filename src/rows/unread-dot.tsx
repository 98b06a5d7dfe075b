/** Left of the avatar. The row's accessible name says the same. */
export function UnreadDot() {
  return <span className="absolute start-1 size-2 rounded-full bg-accent kept-fill" />
}
