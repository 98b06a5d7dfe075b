export const outbox = {
  'outbox.title': 'Outbox',
  'outbox.emptyTitle': 'All messages sent',
  'outbox.emptyHint': 'Messages waiting to be sent appear here.',
  'outbox.showInbox': 'Show inbox',
  'outbox.waiting': 'Waiting',
  // The names are those of workspaces.
  'outbox.notShown': 'Not shown: {names}',
  'outbox.openConversation': 'Open conversation',
  'outbox.newsTitle': 'New messages since you wrote',
  'outbox.earlier': '{count, number} earlier',
  // The name of an entry: what the op does, and for which customer.
  'outbox.entry.send': 'Message to {name}',
  'outbox.entry.create': 'New conversation with {name}',
  'outbox.entry.close': 'Close · {name}',
  'outbox.entry.change': '{change} · {name}',
  'outbox.entry.changeFor': 'Change for {name}',

  'outbox.acts.retry': 'Retry now',
  'outbox.acts.edit': 'Edit',
  'outbox.acts.discard': 'Discard',
  'outbox.acts.undo': 'Undo',
  'outbox.acts.sendNow': 'Send now',
  'outbox.acts.sendAnyway': 'Send anyway',
  'outbox.acts.sendAgain': 'Send again',
  'outbox.acts.applyAnyway': 'Apply anyway',
  'outbox.acts.applyAgain': 'Apply again',
  'outbox.acts.startAnyway': 'Start anyway',
  'outbox.acts.markDelivered': 'Mark as delivered',
  'outbox.acts.markDone': 'Mark as done',
  'outbox.acts.keep': 'Keep',
  'outbox.acts.cancel': 'Cancel',
  'outbox.acts.emptyName': 'A name can’t be empty',
  'outbox.acts.nameNotSaved': 'The name couldn’t be saved on this device',

  'outbox.acts.discardSend.title': 'Discard this message?',
  'outbox.acts.discardSend.text':
    'The server doesn’t have it. Its text stays on this device, under earlier versions in the composer.',
  'outbox.acts.discardSend.mayHaveArrived':
    'It may have been delivered anyway. Its text stays on this device, under earlier versions in the composer.',
  'outbox.acts.discardCreate.title': 'Discard this conversation?',
  'outbox.acts.discardCreate.text': 'It was never started on the server. Its unsent messages are discarded too.',
  'outbox.acts.discardCreate.mayHaveArrived':
    'It may have been started on the server anyway. Its unsent messages are discarded too.',
  'outbox.acts.discardPatch.title': 'Discard this change?',
  'outbox.acts.discardClose.title': 'Discard closing?',
  'outbox.acts.discardChange.text': 'The conversation stays as it is on the server.',
  'outbox.acts.discardChange.mayHaveArrived': 'It may have been applied on the server anyway.',

  'outbox.acts.backUpFirst': 'Back up first…',
  'outbox.acts.signOut': 'Sign out',
  'outbox.acts.signOutAndLoseIt': 'Sign out and lose it',
  'outbox.acts.signOutAndLoseThem': 'Sign out and lose them',
  'outbox.acts.signOutOf': 'Sign out of {workspace}?',
  'outbox.acts.signOutOfDemo': 'The demo ends and everything in it is deleted.',
  'outbox.acts.signOutDeletes':
    'Deletes the API key and everything of this workspace from this device, including drafts, notes, snippets, stars and snoozes. Nothing changes on the server.',
  'outbox.acts.lostUnsent': '{count, plural, one {{what} hasn’t been sent yet.} other {{what} haven’t been sent yet.}}',
  'outbox.acts.lostDrafts':
    '{count, plural, one {# draft is only on this device.} other {# drafts are only on this device.}}',
  'outbox.acts.wouldBeLost': '{count, plural, one {It would be lost.} other {They would be lost.}}',
  'outbox.acts.lostUnreadable': 'This workspace can’t be checked for unsent work, which would be lost.',
} as const
