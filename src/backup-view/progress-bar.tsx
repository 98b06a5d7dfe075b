/** `share`: 0–1. */
export function ProgressBar({ label, share }: { readonly label: string; readonly share: number }) {
  return (
    <div className="flex flex-col gap-2 py-2">
      <p role="status" className="text-base wrap-anywhere">
        {label}
      </p>
      <progress className="sr-only" aria-label={label} value={share} />
      <div aria-hidden className="h-1 overflow-hidden rounded-sm bg-hover">
        <div
          className="h-full bg-accent kept-fill transition-[width]"
          style={{ width: `${Math.max(4, share * 100)}%` }}
        />
      </div>
    </div>
  )
}
