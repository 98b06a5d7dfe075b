import type { outbox as english } from '../en/outbox.ts'

export const outbox = {
  'outbox.title': 'Postausgang',
  'outbox.emptyTitle': 'Alle Nachrichten gesendet',
  'outbox.emptyHint': 'Hier erscheinen Nachrichten, die noch gesendet werden.',
  'outbox.showInbox': 'Posteingang anzeigen',
  'outbox.waiting': 'In der Warteschlange',
  // The names are those of workspaces.
  'outbox.notShown': 'Nicht angezeigt: {names}',
  'outbox.openConversation': 'Unterhaltung öffnen',
  'outbox.newsTitle': 'Neue Nachrichten, seit Sie geschrieben haben',
  'outbox.earlier': '{count, number} frühere',
  'outbox.entry.send': 'Nachricht an {name}',
  'outbox.entry.create': 'Neue Unterhaltung mit {name}',
  'outbox.entry.close': 'Schließen · {name}',
  'outbox.entry.change': '{change} · {name}',
  'outbox.entry.changeFor': 'Änderung für {name}',

  'outbox.acts.retry': 'Erneut versuchen',
  'outbox.acts.edit': 'Bearbeiten',
  'outbox.acts.discard': 'Verwerfen',
  'outbox.acts.undo': 'Rückgängig',
  'outbox.acts.sendNow': 'Jetzt senden',
  'outbox.acts.sendAnyway': 'Trotzdem senden',
  'outbox.acts.sendAgain': 'Erneut senden',
  'outbox.acts.applyAnyway': 'Trotzdem anwenden',
  'outbox.acts.applyAgain': 'Erneut anwenden',
  'outbox.acts.startAnyway': 'Trotzdem beginnen',
  'outbox.acts.markDelivered': 'Als zugestellt markieren',
  'outbox.acts.markDone': 'Als ausgeführt markieren',
  'outbox.acts.keep': 'Behalten',
  'outbox.acts.cancel': 'Abbrechen',
  'outbox.acts.emptyName': 'Ein Name darf nicht leer sein',
  'outbox.acts.nameNotSaved': 'Der Name konnte auf diesem Gerät nicht gespeichert werden',

  'outbox.acts.discardSend.title': 'Diese Nachricht verwerfen?',
  'outbox.acts.discardSend.text':
    'Der Server hat sie nicht. Der Text bleibt auf diesem Gerät, im Antwortfeld unter „Frühere Fassungen“.',
  'outbox.acts.discardSend.mayHaveArrived':
    'Sie wurde möglicherweise trotzdem zugestellt. Der Text bleibt auf diesem Gerät, im Antwortfeld unter „Frühere Fassungen“.',
  'outbox.acts.discardCreate.title': 'Diese Unterhaltung verwerfen?',
  'outbox.acts.discardCreate.text':
    'Sie wurde auf dem Server nie begonnen. Nicht gesendete Nachrichten darin werden ebenfalls verworfen.',
  'outbox.acts.discardCreate.mayHaveArrived':
    'Sie wurde auf dem Server möglicherweise trotzdem begonnen. Nicht gesendete Nachrichten darin werden ebenfalls verworfen.',
  'outbox.acts.discardPatch.title': 'Diese Änderung verwerfen?',
  'outbox.acts.discardClose.title': 'Das Schließen verwerfen?',
  'outbox.acts.discardChange.text': 'Die Unterhaltung bleibt, wie sie auf dem Server ist.',
  'outbox.acts.discardChange.mayHaveArrived': 'Das wurde auf dem Server möglicherweise trotzdem ausgeführt.',

  'outbox.acts.backUpFirst': 'Zuerst sichern…',
  'outbox.acts.signOut': 'Abmelden',
  'outbox.acts.signOutAndLoseIt': 'Trotzdem abmelden',
  'outbox.acts.signOutAndLoseThem': 'Trotzdem abmelden',
  'outbox.acts.signOutOf': 'Von {workspace} abmelden?',
  'outbox.acts.signOutOfDemo': 'Die Demo endet, und alles darin wird gelöscht.',
  'outbox.acts.signOutDeletes':
    'Löscht den API-Schlüssel und alles aus diesem Arbeitsbereich von diesem Gerät, auch Entwürfe, Notizen, Textbausteine, Sterne und Zurückstellungen. Auf dem Server ändert sich nichts.',
  'outbox.acts.lostUnsent':
    '{count, plural, one {{what} wurde noch nicht gesendet.} other {{what} wurden noch nicht gesendet.}}',
  'outbox.acts.lostDrafts':
    '{count, plural, one {# Entwurf ist nur auf diesem Gerät.} other {# Entwürfe sind nur auf diesem Gerät.}}',
  'outbox.acts.wouldBeLost': '{count, plural, one {Das würde verloren gehen.} other {Sie würden verloren gehen.}}',
  'outbox.acts.lostUnreadable':
    'Clarion kann nicht prüfen, ob in diesem Arbeitsbereich noch etwas nicht gesendet ist. Das würde verloren gehen.',
} satisfies Record<keyof typeof english, string>
