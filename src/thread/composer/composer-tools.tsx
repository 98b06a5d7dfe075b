import { TextQuote } from 'lucide-react'
import { useShortcut } from '../../commands/keys/shortcut.ts'
import { text } from '../../strings/text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { EarlierVersions } from './earlier-versions.tsx'
import type { Draft } from './use-draft.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'

type ComposerToolsProps = {
  readonly conversationId: string
  readonly draft: Draft
  readonly onSnippets: () => void
  /** A menu has closed, so the composer gets the focus back. */
  readonly onClosed: () => void
}

/** The buttons for snippets and earlier versions. */
export function ComposerTools({ conversationId, draft, onSnippets, onClosed }: ComposerToolsProps) {
  return (
    <div className="flex shrink-0 items-center">
      <IconButton
        size="sm"
        id={ELEMENT_IDS.snippetsButton}
        label={text('thread.composer.snippets')}
        shortcut={useShortcut('snippets')}
        icon={<TextQuote size={14} aria-hidden="true" className="rtl:-scale-x-100" />}
        onClick={onSnippets}
      />
      <EarlierVersions
        conversationId={conversationId}
        draft={draft.text}
        onRestore={draft.replace}
        onClosed={onClosed}
      />
    </div>
  )
}
