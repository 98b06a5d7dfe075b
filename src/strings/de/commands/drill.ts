import type { drill as english } from '../../en/commands/drill.ts'

export const drill = {
  'drill.title': 'Tastenübung',
  'drill.progress': '{step, number} von {count, number}',
  'drill.skip': 'Übung überspringen',
  'drill.close': 'Schließen',
  'drill.undo': 'Rückgängig machen',
  'drill.openPalette': 'Befehlspalette öffnen',
  'drill.done': 'Erledigt.',
  'drill.doneByMouse': 'Erledigt. Die Taste dafür: {key}',
  'drill.leaveField': 'Sie sind in einem Textfeld: Drücken Sie zuerst {key}.',
  'drill.announced': 'Tastenübung, {step, number} von {count, number}: {text}',
  'drill.hintFor': '{name}: nächstes Mal mit {key}',
  'drill.summary.title': 'Übung beendet',
  'drill.summary.text':
    '{hasKey, select, true {{key} zeigt alle Tasten.} other {Die Befehlspalette zeigt alle Tasten.}} Zum Wiederholen gibt es den Befehl „Tastenübung starten“.',
  'drill.step.next':
    '{hasKey, select, true {Drücken Sie {key}, um die nächste Unterhaltung auszuwählen.} other {Wählen Sie eine Unterhaltung in der Liste aus.}}',
  'drill.step.send':
    '{hasKey, select, true {Drücken Sie {key}, um zu antworten.} other {Klicken Sie in das Antwortfeld.}} Schreiben Sie ein paar Wörter und senden Sie sie{hasSend, select, true { mit {send}} other {}}. Nachrichten aus der Demo erreichen niemanden.',
  'drill.step.reply':
    '{hasKey, select, true {Drücken Sie {key}, um zu antworten.} other {Klicken Sie in das Antwortfeld.}} Es wird nichts gesendet.',
  'drill.step.resolve':
    '{hasKey, select, true {Drücken Sie {key}, um die Unterhaltung zu erledigen.} other {Erledigen Sie die Unterhaltung mit der Schaltfläche darüber.}} Sie verlässt den Posteingang.',
  'drill.step.close':
    '{hasKey, select, true {Drücken Sie {key}, um die Unterhaltung zu schließen.} other {Schließen Sie die Unterhaltung mit der Schaltfläche darüber.}} Sie verlässt den Posteingang.',
  'drill.step.star':
    '{hasKey, select, true {Drücken Sie {key}, um die Unterhaltung mit einem Stern zu markieren.} other {Markieren Sie die Unterhaltung mit dem Stern darüber.}} Den Stern zeigt nur dieses Gerät.',
  'drill.step.undo':
    '{hasKey, select, true {Drücken Sie {key}, um das rückgängig zu machen.} other {Machen Sie das mit der Schaltfläche unten rückgängig.}} Das geht bei jeder Änderung.',
  'drill.step.palette':
    '{hasKey, select, true {Drücken Sie {key}, um die Befehlspalette zu öffnen.} other {Öffnen Sie die Befehlspalette mit der Schaltfläche unten.}} Sie findet jeden Befehl.',
  'drill.learned.next': 'weiter',
  'drill.learned.reply': 'antworten',
  'drill.learned.send': 'senden',
  'drill.learned.resolve': 'erledigen',
  'drill.learned.close': 'schließen',
  'drill.learned.star': 'mit Stern markieren',
  'drill.learned.undo': 'rückgängig machen',
  'drill.learned.palette': 'alle Befehle',
} satisfies Record<keyof typeof english, string>
