import type { newConversation as english } from '../en/new-conversation.ts'

export const newConversation = {
  'newConversation.workspace': 'Arbeitsbereich',
  'newConversation.title': 'Neue Unterhaltung',
  'newConversation.fromLink':
    'Von einem Link ausgefüllt, den Sie geöffnet haben. Prüfen Sie Empfänger und Text, bevor Sie senden.',
  'newConversation.channel': 'Kanal',
  'newConversation.disabledChannels': 'Auf Instagram und Facebook müssen Kunden zuerst schreiben.',
  'newConversation.to': 'An',
  'newConversation.toPlaceholder': 'Name, Nummer oder E-Mail-Adresse',
  'newConversation.enterTo': 'Geben Sie einen Namen, eine Nummer oder eine E-Mail-Adresse ein',
  'newConversation.unknownName':
    'Auf diesem Gerät heißt kein Kunde so. Geben Sie eine vollständige Nummer mit Landesvorwahl oder eine E-Mail-Adresse ein',
  'newConversation.chooseKnown':
    'Drücken Sie ↓, um einen Kunden mit diesem Namen zu wählen, oder geben Sie eine Nummer oder E-Mail-Adresse ein',
  'newConversation.oneRecipient': 'Geben Sie nur einen Empfänger ein',
  'newConversation.goesTo': 'Geht an {address}',
  'newConversation.includeCountry': 'Mit Landesvorwahl, wie in +49 30 23125 000',
  'newConversation.phoneForms': 'International mit + oder national ({country})',
  'newConversation.people': 'Bekannte Personen',
  'newConversation.name': 'Name (optional)',
  'newConversation.firstMessage': 'Erste Nachricht (optional)',
  'newConversation.noTextInCall': 'In einem Anruf können Sie nicht schreiben. Sein Transkript erscheint später hier.',
  'newConversation.existing': 'Sie haben bereits eine offene Unterhaltung mit {name} ({channel}).',
  'newConversation.openExisting': 'Unterhaltung öffnen',
  'newConversation.start': 'Unterhaltung beginnen',
  'newConversation.startAndSend': 'Beginnen und senden',
  'newConversation.cancel': 'Abbrechen',
  'newConversation.hasPlaceholder': 'Nicht gesendet: Füllen Sie zuerst die Platzhalter aus.',
  'newConversation.failed':
    'Die Unterhaltung konnte nicht gespeichert werden. Ihr Text ist noch da. Geben Sie Speicherplatz frei und versuchen Sie es erneut.',
  'newConversation.offline': 'Offline. Wird gesendet, sobald Sie wieder online sind.',
  'newConversation.enterPhone': 'Geben Sie eine Telefonnummer ein',
  'newConversation.invalidPhone': 'Geben Sie eine vollständige Nummer mit Landesvorwahl ein, wie +49 30 123456',
  'newConversation.hasExtension': 'Entfernen Sie die Nebenstelle: Nachrichten erreichen sie nicht',
  'newConversation.startWithPlus': 'Beginnen Sie mit + und der Landesvorwahl, wie in +49 30 23125 000',
  'newConversation.tooShort':
    'Diese Nummer ist zu kurz. Geben Sie eine vollständige Nummer mit Landesvorwahl ein, wie +49 30 123456',
  'newConversation.tooLong': 'Diese Nummer ist zu lang',
  'newConversation.incomplete':
    'Diese Nummer ist unvollständig. Geben Sie eine vollständige Nummer mit Landesvorwahl ein, wie +49 30 123456',
  'newConversation.invalidInCountry':
    'Keine gültige Nummer ({country}). Beginnen Sie für ein anderes Land mit + und der Landesvorwahl',
  'newConversation.enterEmail': 'Geben Sie eine E-Mail-Adresse ein',
  'newConversation.needsAt': 'Die E-Mail-Adresse muss ein @ enthalten',
  'newConversation.invalidEmail': 'Geben Sie eine vollständige E-Mail-Adresse ein, wie ana@example.com',
} satisfies Record<keyof typeof english, string>
