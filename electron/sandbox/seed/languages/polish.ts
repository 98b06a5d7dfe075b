import type { Language } from '../story.ts'

export const polish: Language = {
  code: 'pl',
  weight: 5,
  cultures: [
    { given: 'Aleksandra Małgorzata Zofia Agnieszka Łucja', family: 'Wiśniewska Kowalczyk Zielińska Wójcik Dąbrowska' },
    { given: 'Paweł Krzysztof Michał Jakub Stanisław', family: 'Wiśniewski Kowalczyk Zieliński Wójcik Dąbrowski' },
  ],
  days: ['w poniedziałek', 'we wtorek', 'w środę', 'w czwartek', 'w piątek'],
  times: ['8:40', '9:15', '10:30', '14:20', '16:10', '17:30'],
  services: ['wizytę kontrolną', 'higienizację', 'fizjoterapię', 'konsultację'],
  chats: [
    {
      subject: 'Zmiana terminu',
      turns: [
        'C: Dzień dobry, mam {day} umówioną {service}, ale coś mi wypadło. Czy można to przełożyć?',
        'A: Dzień dobry, {first}! Tu Clara. Oczywiście: za tydzień {day} o {time}. Pasuje?',
        'C: <Tak, idealnie|Pasuje, bardzo dziękuję> 🙂',
        'A: Zapisane. Dzień wcześniej wyślę przypomnienie.',
      ],
    },
    {
      subject: 'Ból zęba',
      tags: ['urgent'],
      turns: [
        'C: Dzień dobry, od wczoraj strasznie boli mnie ząb, czy jest szansa na wizytę dzisiaj??',
        'A: Bardzo współczuję. Czy jest opuchlizna albo gorączka?',
        'C: Lekka opuchlizna, bez gorączki',
        'A: Dr Osei przyjmie dzisiaj o {time}. Proszę przyjść 10 minut wcześniej.',
        'C: Będę. Dziękuję!!',
      ],
    },
    {
      subject: 'Ćwiczenia na kręgosłup',
      tags: ['physio'],
      turns: [
        'C: Czy te ćwiczenia mam robić rano i wieczorem, czy wystarczy raz dziennie?',
        'A: Raz dziennie wystarczy, ale proszę nie opuszczać żadnego dnia 😉 — {staff}',
        'C: Postaram się 😅',
      ],
    },
    {
      subject: 'Przypomnienie',
      turns: [
        'A: Dzień dobry {first}, przypominamy o wizycie {day} o {time}. Prosimy o odpowiedź TAK, jeśli termin jest aktualny.',
        'C: <TAK|Tak, do zobaczenia>',
      ],
    },
  ],
  emails: [
    {
      subject: 'Pytanie o plan leczenia',
      turns: [
        'C: Dzień dobry,\n\ndziękuję za przesłany plan leczenia. Mam jeszcze dwa pytania: czy obie korony można założyć podczas jednej wizyty i czy potrzebne będzie nowe zdjęcie rentgenowskie?\n\nPozdrawiam serdecznie\n{first}',
        'A: Dzień dobry, {first},\n\ntak, obie korony założymy podczas jednej wizyty (około 90 minut). Zdjęcie mamy sprzed czterech miesięcy, więc nowe nie jest potrzebne. Proponuję {day} o {time}.\n\nPozdrawiam\nClara\nLakeshore Dental & Physio',
        'C: Świetnie, proszę o rezerwację.\n\nPozdrawiam\n{first}',
      ],
    },
  ],
  calls: [
    {
      subject: 'Rozmowa: umówienie wizyty',
      turns: [
        'A: Lakeshore Dental and Physio, mówi Clara. Możemy rozmawiać po polsku.',
        'C: O, świetnie. Potrzebuję terminu na {service}.',
        'A: Może {day} o {time}?',
        'C: Tak, poproszę.',
        'A: Zapisane. Do usłyszenia!',
      ],
    },
  ],
  answers: [
    'Super, bardzo dziękuję!',
    'Idealnie, do zobaczenia 👋',
    'Dobrze. Czy mam coś zabrać ze sobą?',
    'Dziękuję za szybką odpowiedź 🙂',
  ],
  nudges: [
    'Dzień dobry, czy już coś wiadomo?',
    'Przepraszam, że jeszcze raz piszę 🙈 czy jest coś wolnego w tym tygodniu?',
  ],
}
