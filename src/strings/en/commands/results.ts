export const commandResults = {
  // The value of a conversation’s field, after “John Smith is …”. Languages with plural forms use `count`.
  'commands.state.open': '{count, plural, other {open}}',
  'commands.state.resolved': '{count, plural, other {resolved}}',
  'commands.state.closed': '{count, plural, other {closed}}',
  'commands.state.unknownStatus': 'unknown status',
  'commands.state.read': '{count, plural, other {read}}',
  'commands.state.unread': '{count, plural, other {unread}}',
  'commands.state.starred': '{count, plural, other {starred}}',
  'commands.state.notStarred': 'not starred',
  'commands.state.snoozed': '{count, plural, other {snoozed until {when}}}',
  'commands.state.notSnoozed': 'not snoozed',
  'commands.state.tagged': '{count, plural, other {tagged {tags}}}',
  'commands.state.untagged': 'without tags',
  'commands.state.called': 'called {name}',
  'commands.state.unnamed': 'without a name',
  // The result of a change.
  'commands.changed.reopened': '{count, plural, one {# conversation reopened} other {# conversations reopened}}',
  'commands.changed.read':
    '{count, plural, one {# conversation marked as read} other {# conversations marked as read}}',
  'commands.changed.unread':
    '{count, plural, one {# conversation marked as unread} other {# conversations marked as unread}}',
  'commands.changed.unstarred':
    '{count, plural, one {# conversation no longer starred} other {# conversations no longer starred}}',
  'commands.changed.awake':
    '{count, plural, one {# conversation no longer snoozed} other {# conversations no longer snoozed}}',
  'commands.changed.other': '{count, plural, one {# conversation} other {# conversations}} {result}',
  'commands.changed.plain': '{count, plural, one {# conversation changed} other {# conversations changed}}',
  'commands.changed.snoozedOne': '{name} snoozed until {when}',
  'commands.changed.awakeOne': '{name} no longer snoozed',
  'commands.changed.across': 'Select conversations of one workspace. A command applies to one workspace at a time.',
  'commands.changed.none': 'Nothing changed: already up to date.',
  'commands.changed.noneBecause': 'Nothing changed. {why}',
  'commands.changed.noneHidden': 'Nothing changed: this conversation isn’t in the list. Press Enter to open it first.',
  // Why one conversation wasn’t changed.
  'commands.why.gone': 'It’s no longer on this device.',
  'commands.why.notSaved': 'It couldn’t be saved on this device.',
  'commands.why.finished': 'It’s already finished. Reopen it first.',
  'commands.why.blankName': 'A name needs at least one visible character.',
  // The result of an undo.
  'commands.undone.one': 'Undone: {name} is {state} again.',
  'commands.undone.many': 'Undone: {count, number} conversations are {state} again.',
  'commands.undone.asBefore': 'Undone: {count, number} conversations are as before.',
  'commands.undone.some': 'Undone for {count, number} of {total, number}.',
  'commands.undone.none': 'Nothing was undone.',
  'commands.undone.changedHere': '{changes}.',
  'commands.undone.changedOnServer': 'Changed on the server: {changes}.',
  'commands.undone.nowOne': '{name} is now {state}',
  'commands.undone.moreChanged': '{count, plural, other {{count, number} more have changed}}',
  'commands.undone.impossibleOne': '{name} can’t be {state} again.',
  'commands.undone.impossibleMany': '{count, number} can’t be {state} again.',
  'commands.undone.alreadyOne': '{name} is already {state}.',
  'commands.undone.alreadyMany': '{count, number} are already {state}.',
  'commands.undone.gone':
    '{count, plural, one {The conversation is no longer on this device.} other {# conversations are no longer on this device.}}',
  // Why nothing can be undone.
  'commands.tooLate.sent': 'Too late to undo: the message was sent.',
  'commands.tooLate.sending': 'Too late to undo: the message is being sent.',
  'commands.tooLate.waiting': 'Too late to undo, but the message isn’t sent yet. Edit or discard it in the outbox.',
  'commands.tooLate.nothing': 'Nothing left to undo.',
  // Other toasts.
  'commands.copied': 'Copied: {text}',
  'commands.copy.failed': 'Couldn’t copy. Try again.',
  'commands.copy.noAddress': 'This customer has no known address.',
  'commands.copy.noId': 'This conversation has no ID yet: it isn’t on the server.',
  'commands.noOtherUnread': 'No other unread conversations in this list.',
  'commands.textDiscarded': 'Text discarded: “{text}”',
  // Why the user can’t type.
  'commands.noField': 'There is no text field here.',
  'commands.noConversation.reply': 'Select a conversation to reply to.',
  'commands.noConversation.tags': 'Select a conversation to tag.',
  'commands.unknownCaller': 'You can’t reply: this caller’s phone number and email address are unknown.',
  'commands.someConversation': 'Conversation',
} as const
