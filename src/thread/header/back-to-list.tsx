import { memo } from 'react'
import { goToList } from '../../commands/panes.ts'
import { useShortcut } from '../../commands/keys/shortcut.ts'
import { text } from '../../strings/text.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useView } from '../../view/view.ts'

/** Focus mode has no list. Its bar leaves it. */
export const BackToList = memo(function BackToList() {
  const isRun = useView((view) => view.run !== null)
  const shortcut = useShortcut('back')
  if (isRun) return null
  return <BackButton label={text('thread.header.back')} shortcut={shortcut} onBack={goToList} />
})
