import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { stopExport, useView } from '../view/view.ts'

/** The progress of an export with a Stop button, or the reason why it failed, until it is closed. */
export function ExportLine() {
  const exporting = useView((view) => view.exporting)
  if (exporting === null) return null
  return (
    <section
      aria-label={text('exporting.export')}
      className="fixed bottom-26 start-60 z-50 flex w-80 max-w-[calc(100vw-16rem)] flex-col gap-1.5 rounded-md border border-line bg-raised px-4 py-2 shadow-high"
    >
      {exporting.kind === 'failed' ? (
        <Line line={exporting.words} label={text('exporting.close')} isAlert />
      ) : (
        <>
          <Line
            line={text('exporting.progress', { done: exporting.done, total: exporting.total })}
            label={text('exporting.stop')}
          />
          <div
            role="progressbar"
            aria-label={text('exporting.export')}
            aria-valuemin={0}
            aria-valuemax={exporting.total}
            aria-valuenow={exporting.done}
            className="h-1 overflow-hidden rounded-full bg-hover"
          >
            <div
              className="h-full bg-accent kept-fill"
              style={{ width: `${(100 * exporting.done) / exporting.total}%` }}
            />
          </div>
        </>
      )}
    </section>
  )
}

type LineProps = { readonly line: string; readonly label: string; readonly isAlert?: boolean }

function Line({ line, label, isAlert = false }: LineProps) {
  return (
    <div className="flex items-center gap-3">
      <p role={isAlert ? 'alert' : undefined} className="min-w-0 flex-1 text-base tabular-nums">
        {line}
      </p>
      <Button size="sm" onClick={stopExport}>
        {label}
      </Button>
    </div>
  )
}
