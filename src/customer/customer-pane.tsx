import { useLiveQuery } from 'dexie-react-hooks'
import { X } from 'lucide-react'
import { type Customer, readCustomer } from '../db/customer-queries.ts'
import { text } from '../strings/text.ts'
import { BackButton } from '../ui/back-button.tsx'
import { closeCustomer } from '../commands/panes.ts'
import { Avatar } from '../ui/avatar.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useWorkspace } from '../workspace.tsx'
import { CustomerAddress } from './customer-address.tsx'
import { CustomerFacts } from './customer-facts.tsx'
import { CustomerName } from './customer-name.tsx'
import { CustomerNote } from './customer-note.tsx'
import { Timeline } from './timeline.tsx'

/** The customer of the open conversation: name, addresses, note, all conversations and counts. */
export function CustomerPane({ conversationId }: { readonly conversationId: string }) {
  const { db } = useWorkspace()
  const customer = useLiveQuery(() => readCustomer(db, conversationId), [db, conversationId])
  return (
    <aside aria-label={text('customer.panel')} tabIndex={-1} className="min-w-0 flex-1 overflow-y-auto outline-none">
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
        <BackButton label={text('customer.back')} onBack={closeCustomer} />
        <Avatar name={conversation.name} seed={conversation.customerId ?? conversation.id} size={36} />
        <CustomerName key={conversation.id} conversation={conversation} />
        {/* The panel covers the button that opened it. */}
        <IconButton
          label={text('customer.hidePanel')}
          icon={<X size={15} />}
          size="sm"
          onClick={closeCustomer}
          className="not-over:hidden"
        />
      </div>
      <CustomerAddress conversations={conversations} />
      <CustomerNote keys={keys} />
      <Timeline conversations={conversations} currentId={conversation.id} />
      <CustomerFacts customer={customer} />
    </div>
  )
}
