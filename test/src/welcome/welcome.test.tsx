import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Welcome } from '../../../src/welcome/welcome.tsx'
import { TooltipProvider } from '../../../src/ui/tooltip.tsx'

const never = (): Promise<never> => new Promise(() => undefined)

it.each([true, false])('the first screen says that a link waits: %s', (isLinkWaiting) => {
  const drawn = renderToStaticMarkup(
    <TooltipProvider>
      <Welcome
        workspaces={[]}
        platform="linux"
        isLinkWaiting={isLinkWaiting}
        onConnect={never}
        onOpenDemo={never}
        onChoose={() => undefined}
        onRestore={() => undefined}
        onCancel={null}
      />
    </TooltipProvider>,
  )
  expect(drawn.includes('A link waits until a workspace is open.')).toBe(isLinkWaiting)
})
