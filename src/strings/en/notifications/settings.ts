export const settingsNotifications = {
  'settings.notifications.quiet.title': 'Quiet hours',
  'settings.notifications.quiet.description':
    'No notifications at the times you choose. The badge still counts, and one notification then sums up what came in.',
  'settings.notifications.quiet.from': 'From',
  'settings.notifications.quiet.until': 'Until',
  'settings.notifications.quiet.nextDay': 'The next day',
  'settings.notifications.quiet.days': 'Begins on',
  'settings.notifications.quiet.enterTime': 'Enter a time. Still set to {time}.',
  'settings.notifications.quiet.noDays': 'Choose at least one day.',
  'settings.notifications.system.title': 'Your system',
  'settings.notifications.system.answers':
    'You can reply and resolve in a notification. Do Not Disturb and focus modes apply too; Clarion can’t see whether one is on.',
  'settings.notifications.system.click':
    'A click on a notification opens the conversation, ready for your reply. Do Not Disturb applies too; Clarion can’t see whether it’s on.',
  'settings.notifications.testShown':
    'Sent. Your system accepted it. If you didn’t see it, check its notification settings and Do Not Disturb.',
  'settings.notifications.testRefused': 'Not shown: your system refused it.',
  'settings.notifications.refused.macos':
    'macOS refused the last notification. Allow notifications for Clarion in System Settings. An unsigned copy of Clarion can’t show any.',
  'settings.notifications.refused.windows':
    'Windows refused the last notification. Allow notifications for Clarion in Windows Settings.',
  'settings.notifications.refused.linux':
    'Your desktop refused the last notification. It may not have a notification service.',
} as const
