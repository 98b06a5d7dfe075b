import type { frame as english } from '../en/frame.ts'

export const frame = {
  'frame.keyboard': 'Tastatur',
  'frame.field.missing': '{text} Weiter mit Esc oder einem Klick.',
  'frame.field.waiting': 'Warten auf das Textfeld… Esc oder ein Klick beendet das Warten.',
  'frame.field.waitingWithText':
    '„{text}“ wird eingegeben, sobald das Textfeld bereit ist. Esc oder ein Klick beendet das Warten.',
  'frame.bug.title': 'Ein Fehler ist aufgetreten',
  'frame.bug.text':
    'Nichts ist verloren: Ihre Entwürfe und nicht gesendeten Nachrichten sind auf diesem Gerät gespeichert. Laden Sie das Fenster neu, um fortzufahren.',
  'frame.reload': 'Neu laden',
  'frame.halted.newer.title': 'Clarion aktualisieren',
  'frame.halted.newer.text':
    'Eine neuere Version von Clarion hat diesen Posteingang geöffnet. Aktualisieren Sie die App, um ihn zu öffnen. Es wurde nichts geändert.',
  'frame.halted.superseded.title': 'In einer neueren Version geöffnet',
  'frame.halted.superseded.text':
    'Eine neuere Version von Clarion läuft, daher wurde dieses Fenster angehalten. Nichts ist verloren. Laden Sie das Fenster neu, um in der neuen Version fortzufahren.',
  'frame.halted.blocked.title': 'Dieser Posteingang wird verwendet',
  'frame.halted.blocked.text':
    'Ein anderes Clarion-Fenster verwendet ihn, oder dieser Computer reagiert nicht. Schließen Sie das andere Fenster und laden Sie dieses neu. Es wurde nichts geändert.',
  'frame.halted.closed.title': 'Ihr Posteingang wurde geschlossen',
  'frame.halted.closed.text':
    'Das System hat die Datenbank von Clarion geschlossen. Ein voller Datenträger kann die Ursache sein. Bis Sie das Fenster neu laden, wird nichts gesendet oder heruntergeladen. Gespeicherte Nachrichten und Entwürfe sind noch da.',
  'frame.halted.wrongKey.title': 'Diese Daten lassen sich nicht öffnen',
  'frame.halted.wrongKey.text':
    'Der Schlüssel auf diesem Gerät passt nicht zu diesen Daten, zum Beispiel weil nur ein Teil des Profils wiederhergestellt wurde. Es wurde nichts geändert. Stellen Sie den Ordner „keys“ zusammen mit der Datenbank wieder her und laden Sie neu.',
  'frame.halted.unopenable.title': 'Ihr Posteingang konnte nicht geöffnet werden',
  'frame.halted.unopenable.text':
    'Der Datenträger ist möglicherweise voll. Geben Sie Speicherplatz frei und laden Sie das Fenster neu. Es wurde nichts geändert.',
  'frame.unsaved': 'Nicht gespeichert',
  'frame.unsavedText': 'Nicht gespeicherter Text',
  'frame.copyUnsaved':
    'Dieser Text konnte nicht gespeichert werden. Kopieren Sie ihn, bevor Sie das Fenster neu laden:',
  'frame.nothingSelected': 'Keine Unterhaltung ausgewählt',
  'frame.hint.move': 'nächste, vorherige',
  'frame.hint.open': 'öffnen',
  'frame.hint.reply': 'antworten',
  'frame.hint.resolve': 'erledigen',
  'frame.hint.close': 'schließen',
  'frame.hint.commands': 'alle Befehle',
  'frame.hint.shortcuts': 'alle Tastenkürzel',
  'frame.notices': 'Hinweise',
  'frame.notice': 'Hinweis',
  'frame.enterNewKey': 'Neuen Schlüssel eingeben',
  'frame.keyUnreadable':
    'Der API-Schlüssel von {workspace} konnte nicht gelesen werden. Der Schlüsselbund des Systems ist gesperrt oder hat sich geändert, oder der Schlüssel ist beschädigt. Sie können lesen, was hier gespeichert ist. Um zu senden und zu empfangen, geben Sie den Schlüssel ein.',
  'frame.keyMissing':
    'Der API-Schlüssel von {workspace} ist nicht auf diesem Gerät. Sie können lesen, was hier gespeichert ist. Um zu senden und zu empfangen, geben Sie den Schlüssel ein.',
  'frame.demo': 'Demo-Konto: Wird beim Beenden zurückgesetzt. Es wird nichts wirklich gesendet.',
  'frame.keyForgotten':
    'Dieser Computer hat keinen Schlüsselbund. Der API-Schlüssel wird daher beim Beenden vergessen.',
  'frame.opening.title': 'Ihr Posteingang wird geöffnet',
  'frame.opening.text':
    'Clarion wurde aktualisiert und konvertiert die Daten auf diesem Gerät. Das geschieht nur einmal und kann bei vielen Unterhaltungen eine Weile dauern.',
  'frame.dataLeft':
    'Die Daten der früheren Version konnten nicht ganz übernommen werden. Der Rest ist noch unverschlüsselt auf diesem Gerät. Clarion versucht es beim nächsten Start erneut.',
  'frame.waitingForKeychain.title': 'Warten auf den Schlüsselbund…',
  'frame.waitingForKeychain.text': 'Vielleicht bittet Ihr System Sie, ihn zu entsperren.',
  'frame.bulkChange': 'Sammeländerung',
  'frame.bulkProgress': '{done, number} von {total, number} fertig',
  'frame.gotIt': 'Verstanden',
  'frame.review.held': 'Zurückgehalten',
  'frame.review.new': 'Neu',
  'frame.review.sent': 'Gesendet',
  'frame.review.conversation': '{name}, {channel}',
  'frame.review.moreHeld': 'und {count, number} weitere im Postausgang',
  'frame.review.moreNew': 'und {count, number} weitere',
  'frame.run.title': 'Alles erledigt',
  'frame.run.text': 'Sie haben alle bearbeitet. Neue Unterhaltungen sind in der Liste.',
  'frame.run.back': 'Zurück zur Liste',
  'frame.notSaving':
    'Änderungen werden nicht gespeichert. Der Datenträger ist möglicherweise voll. Wenn Sie das Fenster jetzt schließen, geht nicht gespeicherter Text verloren. Alles, was vorher gespeichert wurde, ist noch da.',
  'frame.diskFull':
    'Der Datenträger ist fast voll. Ihre Nachrichten werden weiterhin gespeichert und gesendet, aber ältere Unterhaltungen werden erst heruntergeladen, wenn Sie Speicherplatz freigeben.',
  'frame.diskLow':
    'Der Speicherplatz ist knapp. Geben Sie Speicherplatz frei, damit Clarion Ihre Arbeit weiter speichern kann.',
  'frame.undo': 'Rückgängig',
  'frame.dismiss': 'Ausblenden',
  'frame.updated.title': 'Clarion wurde aktualisiert',
  'frame.updated.text':
    'Starten Sie Clarion neu, um fortzufahren. Nichts ist verloren: Ihre Entwürfe und nicht gesendeten Nachrichten sind auf diesem Gerät gespeichert.',
  'frame.updated.later': 'Später',
  'frame.updated.restart': 'Neu starten',
  'frame.listWidth': 'Breite der Liste',
  'frame.customerWidth': 'Breite der Kundendetails',
} satisfies Record<keyof typeof english, string>
