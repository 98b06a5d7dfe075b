import type { links as english } from '../en/links.ts'

export const links = {
  'links.waiting': 'Ein Link wartet. Beenden oder schließen Sie diesen Dialog, um ihn zu sehen.',
  'links.cancel': 'Abbrechen',
  'links.close': 'Schließen',
  'links.conversation.title': 'Diese Unterhaltung öffnen?',
  'links.conversation.text': 'Ein Link führt zur Unterhaltung mit {name} ({channel}).',
  'links.conversation.agree': 'Unterhaltung öffnen',
  'links.missing.title': 'Unterhaltung nicht gefunden',
  'links.missing.text':
    'Die Unterhaltung dieses Links ist nicht auf diesem Computer. Sie gehört vielleicht zu einem anderen Arbeitsbereich, oder Clarion hat sie noch nicht geladen.',
  'links.workspace.title': 'Zu {workspace} wechseln?',
  'links.workspace.conversation': 'Ein Link führt zu einer Unterhaltung in diesem Arbeitsbereich.',
  'links.workspace.compose': 'Ein Link beginnt eine Unterhaltung in diesem Arbeitsbereich.',
  'links.workspace.agree': 'Arbeitsbereich wechseln',
  'links.unknownWorkspace.title': 'Arbeitsbereich nicht gefunden',
  'links.unknownWorkspace.text':
    'Dieser Link gehört zum Arbeitsbereich „{workspace}“, der nicht auf diesem Computer ist.',
  'links.unusable.title': 'Dieser Link lässt sich nicht öffnen',
  'links.unusable.tooLong': 'Er ist zu lang. Kopieren Sie ihn noch einmal, oder bitten Sie um einen kürzeren.',
  'links.unusable.hiddenCharacters': 'Er enthält verborgene Zeichen, die verschleiern könnten, was er tut.',
  'links.unusable.unknown':
    'Clarion kennt diese Art von Link nicht. Er ist vielleicht unvollständig oder für eine neuere Version.',
} as const satisfies Record<keyof typeof english, string>
