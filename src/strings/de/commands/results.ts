import type { commandResults as english } from '../../en/commands/results.ts'

export const commandResults = {
  'commands.state.open': 'offen',
  'commands.state.resolved': 'erledigt',
  'commands.state.closed': 'geschlossen',
  'commands.state.unknownStatus': 'in einem unbekannten Status',
  'commands.state.read': 'gelesen',
  'commands.state.unread': 'ungelesen',
  'commands.state.starred': 'mit Stern markiert',
  'commands.state.notStarred': 'ohne Stern',
  'commands.state.snoozed': 'bis {when} zurückgestellt',
  'commands.state.notSnoozed': 'nicht zurückgestellt',
  'commands.state.tagged': 'mit {tags} verschlagwortet',
  'commands.state.untagged': 'ohne Schlagwörter',
  'commands.state.called': 'als {name} gespeichert',
  'commands.state.unnamed': 'ohne Namen',
  'commands.changed.reopened':
    '{count, plural, one {# Unterhaltung wieder geöffnet} other {# Unterhaltungen wieder geöffnet}}',
  'commands.changed.read':
    '{count, plural, one {# Unterhaltung als gelesen markiert} other {# Unterhaltungen als gelesen markiert}}',
  'commands.changed.unread':
    '{count, plural, one {# Unterhaltung als ungelesen markiert} other {# Unterhaltungen als ungelesen markiert}}',
  'commands.changed.unstarred':
    '{count, plural, one {Stern von # Unterhaltung entfernt} other {Stern von # Unterhaltungen entfernt}}',
  'commands.changed.awake':
    '{count, plural, one {# Unterhaltung nicht mehr zurückgestellt} other {# Unterhaltungen nicht mehr zurückgestellt}}',
  'commands.changed.other': '{count, plural, one {# Unterhaltung} other {# Unterhaltungen}} {result}',
  'commands.changed.plain': '{count, plural, one {# Unterhaltung geändert} other {# Unterhaltungen geändert}}',
  'commands.changed.snoozedOne': '{name} bis {when} zurückgestellt',
  'commands.changed.awakeOne': '{name} nicht mehr zurückgestellt',
  'commands.changed.across':
    'Wählen Sie Unterhaltungen eines einzigen Arbeitsbereichs. Ein Befehl gilt immer nur für einen Arbeitsbereich.',
  'commands.changed.none': 'Nichts geändert: schon auf dem neuesten Stand.',
  'commands.changed.noneBecause': 'Nichts geändert. {why}',
  'commands.changed.noneHidden':
    'Nichts geändert: Diese Unterhaltung ist nicht in der Liste. Öffnen Sie sie zuerst mit der Eingabetaste.',
  'commands.why.gone': 'Sie ist nicht mehr auf diesem Gerät.',
  'commands.why.notSaved': 'Sie konnte auf diesem Gerät nicht gespeichert werden.',
  'commands.why.finished': 'Sie ist schon abgeschlossen. Öffnen Sie sie zuerst wieder.',
  'commands.why.blankName': 'Ein Name braucht mindestens ein sichtbares Zeichen.',
  'commands.undone.one': 'Rückgängig gemacht: {name} ist wieder {state}.',
  'commands.undone.many': 'Rückgängig gemacht: {count, number} Unterhaltungen sind wieder {state}.',
  'commands.undone.asBefore': 'Rückgängig gemacht: {count, number} Unterhaltungen sind wie vorher.',
  'commands.undone.some': 'Rückgängig gemacht für {count, number} von {total, number}.',
  'commands.undone.none': 'Nichts wurde rückgängig gemacht.',
  'commands.undone.changedHere': '{changes}.',
  'commands.undone.changedOnServer': 'Auf dem Server geändert: {changes}.',
  'commands.undone.nowOne': '{name} ist jetzt {state}',
  'commands.undone.moreChanged': '{count, plural, one {# weitere wurde geändert} other {# weitere wurden geändert}}',
  'commands.undone.impossibleOne': '{name} kann nicht wieder {state} sein.',
  'commands.undone.impossibleMany': '{count, number} können nicht wieder {state} sein.',
  'commands.undone.alreadyOne': '{name} ist schon {state}.',
  'commands.undone.alreadyMany': '{count, number} sind schon {state}.',
  'commands.undone.gone':
    '{count, plural, one {Die Unterhaltung ist nicht mehr auf diesem Gerät.} other {# Unterhaltungen sind nicht mehr auf diesem Gerät.}}',
  'commands.tooLate.sent': 'Zu spät zum Rückgängigmachen: Die Nachricht wurde gesendet.',
  'commands.tooLate.sending': 'Zu spät zum Rückgängigmachen: Die Nachricht wird gerade gesendet.',
  'commands.tooLate.waiting':
    'Zu spät zum Rückgängigmachen, aber die Nachricht ist noch nicht gesendet. Bearbeiten oder verwerfen Sie sie im Postausgang.',
  'commands.tooLate.nothing': 'Nichts mehr rückgängig zu machen.',
  'commands.copied': 'Kopiert: {text}',
  'commands.copy.failed': 'Kopieren nicht möglich. Versuchen Sie es erneut.',
  'commands.copy.noAddress': 'Für diesen Kunden ist keine Adresse bekannt.',
  'commands.copy.noId': 'Diese Unterhaltung hat noch keine ID: Sie ist nicht auf dem Server.',
  'commands.noOtherUnread': 'Keine weiteren ungelesenen Unterhaltungen in dieser Liste.',
  'commands.textDiscarded': 'Text verworfen: „{text}“',
  'commands.noField': 'Hier gibt es kein Textfeld.',
  'commands.noConversation.reply': 'Wählen Sie eine Unterhaltung aus, um zu antworten.',
  'commands.noConversation.tags': 'Wählen Sie eine Unterhaltung aus, um Schlagwörter zu vergeben.',
  'commands.unknownCaller':
    'Antworten nicht möglich: Zu diesem Anruf sind weder Telefonnummer noch E-Mail-Adresse bekannt.',
  'commands.someConversation': 'Unterhaltung',
} satisfies Record<keyof typeof english, string>
