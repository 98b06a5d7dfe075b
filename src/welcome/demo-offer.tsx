import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import type { Workspace } from '../shared/bridge.ts'
import type { Failure, Result } from '../shared/failure.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { failureCause } from '../words/failure.ts'

export function DemoOffer({ onOpenDemo }: { readonly onOpenDemo: () => Promise<Result<Workspace>> }) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isOpening, setOpening] = useState(false)
  const openDemo = async () => {
    setOpening(true)
    const result = await onOpenDemo()
    setOpening(false)
    setFailure(result.ok ? null : result.failure)
  }
  return (
    <div className="flex flex-col gap-2">
      <Button
        icon={<FlaskConical size={14} />}
        aria-disabled={isOpening || undefined}
        className="w-full"
        onClick={() => {
          if (!isOpening) void openDemo()
        }}
      >
        {isOpening ? text('welcome.openingDemo') : text('welcome.openDemo')}
      </Button>
      {failure === null ? (
        <p className="text-center text-sm text-faint">{text('welcome.demo')}</p>
      ) : (
        <p role="alert" className="text-center text-sm text-danger">
          {failureCause(failure)}
        </p>
      )}
    </div>
  )
}
