/** The logo and the name. */
export function Wordmark() {
  return (
    <h1 className="flex items-center gap-3 text-xl font-semibold tracking-tight">
      <svg
        width="32"
        height="32"
        viewBox="0 0 32 32"
        aria-hidden="true"
        className="rounded-md bg-accent text-on-accent"
      >
        <g fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round">
          <path d="M17.5 9.1a8 8 0 1 0 0 13.8" />
          <path d="M20.6 13.1a4.6 4.6 0 0 1 0 5.8" />
          <path d="M24.4 10.1a9.6 9.6 0 0 1 0 11.8" />
        </g>
      </svg>
      Clarion
    </h1>
  )
}
