/** The name and its sign: a voice that carries. */
export function Wordmark() {
  return (
    <div className="flex items-center gap-3">
      <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" className="rounded-md bg-accent text-on-accent">
        <g fill="none" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round">
          <path d="M19.5 10.2a7 7 0 1 0 0 11.6" />
          <path d="M22 13.2a4.4 4.4 0 0 1 0 5.6" />
          <path d="M24.9 10.9a8 8 0 0 1 0 10.2" opacity="0.6" />
        </g>
      </svg>
      <span className="text-xl font-semibold tracking-tight">Clarion</span>
    </div>
  )
}
