/** The picture of an empty inbox. */
export function Sunrise() {
  return (
    <svg width="120" height="72" viewBox="0 0 120 72" aria-hidden="true" className="mb-4">
      <path d="M34 56a26 26 0 0 1 52 0z" className="fill-glow" opacity="0.22" />
      <path d="M44 56a16 16 0 0 1 32 0z" className="fill-glow" />
      <g className="stroke-glow" strokeWidth="2" strokeLinecap="round">
        <path d="M60 12v8M36.7 21.7l5 6M83.3 21.7l-5 6M22 42l7.4 2.4M98 42l-7.4 2.4" />
      </g>
      <g className="stroke-line-strong" strokeWidth="2" strokeLinecap="round">
        <path d="M8 57h104M26 64h44M80 64h12" />
      </g>
    </svg>
  )
}
