/** What Clarion says about notifications, and about what the user did in them. */
export const notify = {
  'notify.duringQuietHours': 'Received during quiet hours.',
  'notify.notSent': 'Reply not sent',
  'notify.notResolved': 'Not resolved',
  'notify.locked': 'Clarion was locked or quit. Your text is kept as a draft.',
  'notify.placeholder': 'It has a placeholder to fill in. Your text is kept as a draft.',
  'notify.tooLong': 'It’s too long. Your text is kept as a draft.',
  'notify.gone': 'The conversation no longer exists.',
  'notify.call': 'A call can’t be answered in writing.',
  'notify.newer': 'New messages arrived. Your text is kept as a draft.',
  'notify.second': 'You’ve already replied from this notification. Your text is kept as a draft.',
  'notify.unknown': 'Clarion no longer knows this notification. Open the conversation to reply.',
  'notify.notSaved': 'Couldn’t save it on this device. Clarion will try again.',
  'notify.newerResolve': 'New messages arrived.',
  'notify.unknownResolve': 'Clarion no longer knows this notification. Open the conversation instead.',
  'notify.resolved': '{name} resolved',
} as const
