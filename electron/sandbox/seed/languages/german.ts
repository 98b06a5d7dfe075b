import type { Language } from '../story.ts'

export const german: Language = {
  code: 'de',
  weight: 7,
  cultures: [
    {
      given: 'Lukas Anna Jonas Katharina Felix Sabine Moritz Lena Jürgen Annegret',
      family: 'Brandt Schäfer Vogel Krüger Lindner Weiß Großmann Hübner',
    },
    { given: 'Aylin Murat Selin Deniz', family: 'Öztürk Aksoy Çelik Doğan' },
  ],
  days: ['am Montag', 'am Dienstag', 'am Mittwoch', 'am Donnerstag', 'am Freitag'],
  times: ['8:40 Uhr', '9:15 Uhr', '10:30 Uhr', '14:20 Uhr', '16:10 Uhr', '17:30 Uhr'],
  services: ['Kontrolle', 'Zahnreinigung', 'Physiotherapie', 'Nachsorge'],
  chats: [
    {
      subject: 'Termin verschieben',
      turns: [
        'C: Guten Tag, ich kann {day} leider doch nicht zur {service} kommen. <Geht es auch eine Woche später?|Haben Sie nächste Woche etwas frei?>',
        'A: Guten Tag {first}, hier ist Clara. Natürlich: nächste Woche {day} um {time} wäre frei. Passt das?',
        'C: <Passt wunderbar, danke!|Ja, sehr gut. Vielen Dank!>',
        'A: Ist eingetragen. Sie bekommen am Tag davor eine Erinnerung.',
      ],
    },
    {
      subject: 'Rechnung für die Versicherung',
      tags: ['billing', 'insurance'],
      turns: [
        'C: Hallo, meine Versicherung in Deutschland braucht die Rechnung mit Behandlungsdatum. Könnten Sie mir die noch einmal schicken?',
        'A: Sehr gern. Ich habe sie gerade an Ihre E-Mail-Adresse geschickt, das Datum steht oben rechts.',
        'C: Super, ist angekommen 👍',
      ],
    },
    {
      subject: 'Verspannter Nacken',
      tags: ['physio'],
      turns: [
        'C: Hi, seit dem Umzug ist mein Nacken komplett blockiert 🙈 Habt ihr diese Woche noch was frei?',
        'A: Oje! {day} um {time} hat Tomás noch Platz. Bis dahin: Wärme, und bitte nichts Schweres heben.',
        'C: Genommen!! Danke euch',
        'A: Gern. Bitte zehn Minuten früher kommen und bequeme Kleidung anziehen.',
        'C: Muss ich eine Überweisung mitbringen?',
      ],
    },
    {
      subject: 'Erinnerung',
      turns: [
        'A: Guten Tag {first}, wir erinnern an Ihren Termin ({service}) {day} um {time}. Antworten Sie bitte mit JA, wenn es dabei bleibt.',
        'C: <JA|Ja, bis dann!>',
      ],
    },
  ],
  emails: [
    {
      subject: 'Heil- und Kostenplan',
      turns: [
        'C: Sehr geehrtes Praxisteam,\n\nvielen Dank für den Kostenplan. Bevor ich ihn einreiche, hätte ich zwei Fragen: Ist die Verblendung im Preis enthalten? Und wie lange ist der Plan gültig?\n\nMit freundlichen Grüßen\n{first}',
        'A: Guten Tag {first},\n\ndie Verblendung ist enthalten (Zeile 4), und der Plan gilt sechs Monate. Wenn Sie möchten, reserviere ich vorsorglich einen Termin {day} um {time}; absagen können Sie bis 24 Stunden vorher kostenlos.\n\nHerzliche Grüße\nClara\nLakeshore Dental & Physio',
        'C: Das wäre sehr freundlich, ja bitte.\n\nBeste Grüße\n{first}',
      ],
    },
  ],
  calls: [
    {
      subject: 'Anruf: Terminanfrage',
      turns: [
        'A: Lakeshore Dental and Physio, hier ist Clara. Sie können gern Deutsch sprechen.',
        'C: Ach, das ist ja nett. Ich bräuchte einen Termin zur {service}.',
        'A: Gern. {day} um {time}?',
        'C: Ja, das geht. Auf den Namen {first}, bitte.',
        'A: Vielen Dank, ist notiert. Auf Wiederhören!',
      ],
    },
  ],
  answers: [
    'Perfekt, vielen Dank!',
    'Super, dann bis bald 👋',
    'Alles klar. Muss ich etwas mitbringen?',
    'Danke für die schnelle Antwort!',
    'Gut, ich gebe Ihnen morgen Bescheid.',
  ],
  nudges: [
    'Hallo, gibt es schon etwas Neues?',
    'Noch eine Frage: Kann ich vor Ort mit Karte zahlen?',
    'Ich wollte nur kurz nachfragen, ob meine Nachricht angekommen ist 🙂',
  ],
}
