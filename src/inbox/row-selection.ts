import type { ConversationRowProps } from './conversation-row.tsx'

/** Many can be selected. While none are picked, that is the one whose thread is open; it is the current one in any case. */
export function selectionOf({
  isSelected,
  isPicked,
  isPicking,
}: Pick<ConversationRowProps, 'isSelected' | 'isPicked' | 'isPicking'>) {
  return {
    'aria-selected': isPicking ? isPicked : isSelected,
    'aria-current': isSelected ? ('true' as const) : undefined,
  }
}
