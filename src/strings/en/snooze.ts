/** `snooze.placeholder` and `snooze.unknown` have examples that the grammar of src/snooze must understand in the same language. */
export const snooze = {
  'snooze.apply': 'Snooze',
  'snooze.applyIfNoReply': 'Remind if no reply',
  'snooze.description': 'Only on this device. Comes back at that time, or when the customer writes.',
  'snooze.end': 'End snooze',
  'snooze.inAWeek': 'In a week',
  'snooze.laterToday': 'Later today',
  'snooze.monday': 'Monday',
  'snooze.past': 'That time has passed: {when}.',
  'snooze.placeholder': 'tomorrow 9, in 2 hours, if no reply by friday',
  'snooze.suggestions': 'Suggested times',
  'snooze.title.conversation': 'Snooze the conversation',
  'snooze.title.conversations': '{count, plural, one {Snooze # conversation} other {Snooze # conversations}}',
  'snooze.title.customer': 'Snooze {name}',
  'snooze.tomorrow': 'Tomorrow',
  'snooze.unknown': 'Couldn’t read “{typed}” as a time. Try “tomorrow 9am” or “in 2 days”.',
  'snooze.until': 'Snooze until',
} as const
