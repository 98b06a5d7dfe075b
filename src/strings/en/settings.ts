export const settings = {
  'settings.title': 'Settings',
  'settings.search': 'Search settings',
  'settings.searchPlaceholder': 'Search',
  'settings.noMatches': 'No matching settings',
  'settings.on': 'On',
  'settings.off': 'Off',
  'settings.save': 'Save',
  'settings.cancel': 'Cancel',
  'settings.undo': 'Undo',

  // Each `about` has the words that find a section: those of its settings, and others that users may type.
  'settings.appearance.title': 'Appearance',
  'settings.appearance.about':
    'theme contrast colours colors light dark system language english deutsch español list density compact comfortable zoom in out larger smaller font size open the customer panel in wide windows',

  'settings.reading.title': 'Reading',
  'settings.reading.about':
    'mark conversations as read seen unread timing on opening seconds reply by hand manually shortcut key for to finish done resolve close archive auto-advance advance next one before first after you resolve close or snooze focus mode answer within response time target sla late overdue waiting hours',
  'settings.reading.markAsRead.title': 'Mark conversations as read',
  'settings.reading.markAsRead.description':
    '{when} Never while the window is in the background or several are selected. Kept on this device only.',
  'settings.reading.onOpening': 'On opening',
  'settings.reading.afterSeconds': 'After {seconds, number} s',
  'settings.reading.onReply': 'On reply',
  'settings.reading.manually': 'Manually',
  'settings.reading.whenOpened': 'As soon as the messages are on screen.',
  'settings.reading.whenShownHalfSecond':
    'After the messages are on screen for half a second, so moving along the list leaves others unread.',
  'settings.reading.whenShownTwoSeconds':
    'After the messages are on screen for two seconds, so a glance leaves a conversation unread.',
  'settings.reading.whenReplied': 'When you reply. Opening a conversation changes nothing.',
  'settings.reading.whenMarked': 'Only when you mark them yourself. Opening or replying changes nothing.',
  'settings.reading.finish.title': 'Shortcut to finish',
  'settings.reading.finish.titleWithKey': 'Shortcut {key}',
  'settings.reading.finish.description':
    'The other action gets the other shortcut. Buttons, menus, help and “Send and resolve” follow.',
  'settings.reading.finish.descriptionWithKeys':
    'What {key} does. The other action gets {otherKey}. Buttons, menus, help and “Send and resolve” follow.',
  'settings.reading.resolve': 'Resolve',
  'settings.reading.close': 'Close',
  'settings.reading.advance.title': 'After you resolve, close or snooze',
  'settings.reading.advance.description': 'Which conversation opens next. Focus mode always opens the next one.',
  'settings.reading.next': 'Next',
  'settings.reading.previous': 'Previous',
  'settings.reading.firstInList': 'First in list',
  'settings.reading.none': 'None',
  'settings.reading.answer.title': 'Answer within',
  'settings.reading.answer.description': 'A customer who has waited longer is marked in red. Kept on this device only.',
  'settings.reading.answer.hours': '{count, plural, one {#\u00a0hour} other {#\u00a0hours}}',
  'settings.reading.answer.days': '{count, plural, one {#\u00a0day} other {#\u00a0days}}',
  'settings.reading.answer.none': 'No target',

  'settings.sending.title': 'Sending',
  'settings.sending.about':
    'undo after sending send window seconds delay hold take back sms email whatsapp instagram facebook when a message isn’t delivered arrive lost send again ask me outbox',
  'settings.sending.undo.title': 'Undo after sending',
  'settings.sending.undo.description':
    'Seconds before a message is sent, from 0 (at once) to 60. Until then, Undo returns it to the composer.',
  'settings.sending.undoWindow': 'Undo window for {channel}',
  'settings.sending.secondsUnit': 's',
  'settings.sending.enterSeconds': 'Enter 0 to {max, number} seconds.',
  'settings.sending.enterWholeSeconds': 'Enter whole seconds, 0 to {max, number}.',
  'settings.sending.enterFewerSeconds': 'Enter at most {max, number} seconds.',
  'settings.sending.stillSet': '{problem} Still set to {seconds, number} s.',
  'settings.sending.notDelivered.title': 'When a message isn’t delivered',
  'settings.sending.notDelivered.description':
    'If the connection is lost while sending, Clarion checks for two minutes whether the server has the message. If not, Clarion sends it again, at most twice, or asks you.',
  'settings.sending.sendAgain': 'Send again',
  'settings.sending.askMe': 'Ask me',

  'settings.writing.title': 'Writing',
  'settings.writing.about':
    'check spelling spell-check while typing dictionary add your words english spanish us uk price cost per of an sms segment currency',
  'settings.writing.spelling.title': 'Check spelling while typing',
  'settings.writing.spelling.description':
    'Underlines words that aren’t in the macOS dictionaries. Your text never leaves this computer.',
  'settings.writing.spelling.ownDescription':
    'Underlines misspelled words; right-click one for suggestions. Automatic follows the language of your text and checks English and Spanish. German isn’t checked, because Clarion may not include a German dictionary. Your text never leaves this computer.',
  'settings.writing.spelling.automatic': 'Automatic',
  'settings.writing.spelling.american': 'English (US)',
  'settings.writing.spelling.british': 'English (UK)',
  'settings.writing.spelling.spanish': 'Spanish',
  'settings.writing.ownWords.title': 'Your dictionary',
  'settings.writing.ownWords.description':
    'Words that are never underlined. To add one, right-click it. Kept on this device only.',
  'settings.writing.price.title': 'Price per SMS segment',
  'settings.writing.price.description':
    'What your carrier charges. The composer then estimates the cost of each SMS. Leave empty to count segments only.',
  'settings.writing.price.example': '0.0075 USD',
  'settings.writing.enterPrice': 'Enter an amount and a currency, as in {example}.',
  'settings.writing.addCurrency': 'Add a currency, as in {example}.',
  'settings.writing.enterLowerPrice': 'Enter at most {max, number} per segment.',

  'settings.notifications.title': 'Notifications',
  'settings.notifications.about':
    'notify about new messages notification content what they show sound silent hide details names text privacy send test notification clarion checks for while it’s running last check quiet hours begins on from until night weekend silence your system do not disturb reply',
  'settings.notifications.notify.title': 'Notify about new messages',
  'settings.notifications.notify.description':
    'One for each conversation, except the one on screen. These settings apply to all workspaces on this device.',
  'settings.notifications.content.title': 'Notification content',
  'settings.notifications.content.description': 'Hide details from people near your screen.',
  'settings.notifications.nameAndText': 'Name and text',
  'settings.notifications.noDetails': 'No details',
  'settings.notifications.sound.title': 'Sound',
  'settings.notifications.sound.description': 'Plays the system sound with each notification.',
  'settings.notifications.test.title': 'Test notification',
  'settings.notifications.test.description': 'Shows one with these settings.',
  'settings.notifications.sendTest': 'Send test notification',
  'settings.notifications.testSent':
    'Sent. If you didn’t see it, check your system’s notification settings and Do Not Disturb.',
  'settings.notifications.unsupported': 'This system doesn’t support notifications.',
  'settings.notifications.check.title': 'Clarion checks for new messages while it’s running',
  'settings.notifications.notChecked': 'Not checked yet.',
  'settings.notifications.lastCheck': 'Last check {ago}.',

  'settings.keys.title': 'Keys',
  'settings.keys.about':
    'keyboard shortcuts hotkeys shortcut preset clarion gmail superhuman single key single-key keys change reset accessibility hints tips',
  'settings.keys.preset.title': 'Shortcut preset',
  'settings.keys.preset.description': 'Your changes are kept when you switch.',
  'settings.keys.single.title': 'Single-key shortcuts',
  'settings.keys.single.description':
    'A letter or symbol alone runs a command while you aren’t typing. Turn this off if keys are hit by accident or by dictation. Shortcuts with {mod}, the arrows, Enter and Esc still work.',
  'settings.keys.hints.title': 'Key hints',
  'settings.keys.hints.description':
    'After you have used a button a few times, a hint shows its key. Each hint appears twice at most.',
  'settings.keys.resetAll': 'Reset all shortcuts',
  'settings.keys.reset': 'Reset shortcuts for {command}',
  'settings.keys.remove': 'Remove {keys} from {command}',
  'settings.keys.noShortcut': 'No shortcut',
  'settings.keys.add': 'Add',
  'settings.keys.addFor': 'Add shortcut for {command}',
  'settings.keys.pressKey': 'Press a key',
  'settings.keys.pressKeys': 'Press one key, or two in a row. Esc cancels.',
  'settings.keys.refused': 'Can’t use this key. {reason}',
  'settings.keys.taken': '{key} is used by “{command}”.',
  'settings.keys.useHere': 'Use it here',

  'settings.security.title': 'Security',
  'settings.security.about':
    'privacy lock automatically with the computer screen idle minutes fingerprint touch id protection of your data encryption encrypted keychain keyring lock now',
  'settings.security.auto.title': 'Lock automatically',
  'settings.security.auto.description':
    'After this time without input. While Clarion is locked, it doesn’t send, sync or notify. {unlocking}',
  'settings.security.unlockFingerprint': 'Unlocking asks for your fingerprint.',
  'settings.security.unlockClick': 'Unlocking takes one click, so lock your computer too.',
  'settings.security.never': 'Never',
  'settings.security.minutes': '{count, number}\u00a0min',
  'settings.security.withComputer.title': 'Lock with the computer',
  'settings.security.withComputer.description': 'Clarion also locks when your computer locks its screen.',
  'settings.security.now.title': 'Lock now',
  'settings.security.now.description': 'Hides everything until you unlock. What you’ve typed is saved first.',
  'settings.security.lock': 'Lock Clarion',
  'settings.security.failed': 'Couldn’t change this setting. {cause}',
  'settings.security.protection.title': 'Protection of your data',
  'settings.security.keychain':
    'Customers’ data of this workspace is encrypted on this device. Its key is in your system’s keychain.',
  'settings.security.unprotected':
    'Not protected: this system has no keychain. Anyone who can read your files can read customers’ messages and the API key.',
  'settings.security.memory':
    'Encrypted with a key that Clarion forgets when you quit, because this system has no keychain. Unsent messages, drafts, notes and snippets are lost then.',
} as const
