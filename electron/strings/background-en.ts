export const BACKGROUND_EN = {
  'background.loginRefused': 'Couldn’t change this. The system refused it.',
  'background.first.title': 'Clarion keeps running',
  'background.first.text':
    'It keeps sending and receiving messages and notifying you. To open it again, use its icon in the system tray. You can change this in Settings, under Start and background.',
  'background.first.keep': 'Keep running',
  'background.first.quit': 'Quit when closed',
} as const
