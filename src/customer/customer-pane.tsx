import { useLiveQuery } from 'dexie-react-hooks'
import { X } from 'lucide-react'
import { type Customer, readCustomer } from '../db/customer-queries.ts'
import { text } from '../strings/text.ts'
import { Avatar } from '../ui/avatar.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { showCustomer } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'
import { CustomerAddress } from './customer-address.tsx'
import { CustomerFacts } from './customer-facts.tsx'
import { CustomerName } from './customer-name.tsx'
import { CustomerNote } from './customer-note.tsx'
import { Timeline } from './timeline.tsx'

type CustomerPaneProps = { readonly conversationId: string; /** px */ readonly width: number }

/** The customer of the open conversation: name, addresses, note, all conversations and counts. */
export function CustomerPane({ conversationId, width }: CustomerPaneProps) {
  const { db } = useWorkspace()
  const customer = useLiveQuery(() => readCustomer(db, conversationId), [db, conversationId])
  return (
    <aside
      aria-label={text('customer.panel')}
      style={{ width }}
      className="shrink-0 overflow-y-auto bg-surface max-[1080px]:absolute max-[1080px]:inset-y-0 max-[1080px]:end-0 max-[1080px]:z-20 max-[1080px]:border-s max-[1080px]:border-line max-[1080px]:shadow-high"
    >
      {/* Null when the conversation no longer exists; the thread shows that. */}
      {customer != null && <CustomerDetails key={customer.keys[0] ?? conversationId} customer={customer} />}
    </aside>
  )
}

function CustomerDetails({ customer }: { readonly customer: Customer }) {
  const { conversation, conversations, keys } = customer
  return (
    <div className="flex flex-col gap-5 p-4">
      <div className="flex items-center gap-3">
        <Avatar name={conversation.name} seed={conversation.customerId ?? conversation.id} size={36} />
        <CustomerName key={conversation.id} conversation={conversation} />
        {/* In a narrow window the panel covers the button that opened it. */}
        <IconButton
          label={text('customer.hidePanel')}
          icon={<X size={15} />}
          size="sm"
          onClick={() => showCustomer(false)}
          className="min-[1080px]:hidden"
        />
      </div>
      <CustomerAddress conversations={conversations} />
      <CustomerNote keys={keys} />
      <Timeline conversations={conversations} currentId={conversation.id} />
      <CustomerFacts customer={customer} />
    </div>
  )
}
