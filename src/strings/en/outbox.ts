export const outbox = {
  'outbox.title': 'Outbox',
  'outbox.emptyTitle': 'All messages sent',
  'outbox.emptyHint': 'Messages waiting to be sent appear here.',
  'outbox.needsUser': 'Needs your attention',
  'outbox.waiting': 'Waiting',
  'outbox.openConversation': 'Open conversation',
  'outbox.newsTitle': 'New messages since you wrote',
  'outbox.earlier': '{count, number} earlier',
  // The name of an entry: what the op does, and for which customer.
  'outbox.entry.send': 'Message to {name}',
  'outbox.entry.create': 'New conversation with {name}',
  'outbox.entry.close': 'Close · {name}',
  'outbox.entry.change': '{change} · {name}',
  'outbox.entry.changeFor': 'Change for {name}',
} as const
