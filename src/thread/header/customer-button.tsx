import { PanelRight } from 'lucide-react'
import { toggleCustomer } from '../../commands/panes.ts'
import { useShortcut } from '../../commands/keys/shortcut.ts'
import { text } from '../../strings/text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { isCustomerOpen } from '../../view/layout.ts'
import { useView } from '../../view/view.ts'

/** Shows or hides the customer panel. */
export function CustomerButton() {
  const isShown = useView(isCustomerOpen)
  return (
    <IconButton
      id="customer"
      size="sm"
      label={text('thread.header.customerPanel')}
      shortcut={useShortcut('customer')}
      icon={<PanelRight size={14} className="rtl:-scale-x-100" />}
      aria-pressed={isShown}
      onClick={toggleCustomer}
      className="aria-pressed:bg-hover aria-pressed:text-ink"
    />
  )
}
