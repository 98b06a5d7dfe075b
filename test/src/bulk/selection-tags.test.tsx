// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SelectionTags } from '../../../src/bulk/selection-tags.tsx'
import { NONE_PICKED, pick } from '../../../src/catalogue/picked.ts'
import type { Database } from '../../../src/db/database.ts'
import { readListRows } from '../../../src/db/list-rows.ts'
import { TooltipProvider } from '../../../src/ui/tooltip.tsx'
import { useView } from '../../../src/view/view.ts'
import { resetView } from '../../../src/view/workspace-view.ts'
import { WorkspaceProvider } from '../../../src/workspace.tsx'
import { aConversation, aDatabase } from '../../support/builders.ts'
import { openForCommands } from '../../support/open-workspace.ts'

/** For the database on a busy machine. It only bounds a hang. */
const LONG_WAIT = { timeout: 30_000 }
const LONG = 'a tag of the server that is longer than any tag that the user may type'
let db: Database
let root: Root

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  resetView()
  db = aDatabase()
  await db.conversations.bulkAdd([
    { ...aConversation({ id: 'a', tags: [LONG] }), activityAt: 1 },
    { ...aConversation({ id: 'b', tags: [] }), activityAt: 1 },
  ])
  useView.setState({ picked: pick(NONE_PICKED, ['a', 'b']) })
  root = createRoot(document.body.appendChild(document.createElement('div')))
  act(() =>
    root.render(
      <WorkspaceProvider value={openForCommands(db)}>
        <TooltipProvider>
          <SelectionTags counts={new Map([[LONG, 1]])} total={2} />
        </TooltipProvider>
      </WorkspaceProvider>,
    ),
  )
})

afterEach(async () => {
  act(() => root.unmount())
  document.body.replaceChildren()
  await db.delete()
})

it('a tag that some have is added to the others exactly as it is', async () => {
  const box = document.querySelector<HTMLElement>('[role=checkbox]')
  expect(box?.getAttribute('aria-checked')).toBe('mixed')
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
  box?.click()
  const readTags = async () => (await readListRows(db, ['a', 'b'])).map(({ shown }) => shown?.tags)
  await vi.waitFor(() => expect(useView.getState().toast).not.toBeNull(), LONG_WAIT)
  expect(await readTags()).toEqual([[LONG], [LONG]])
})
