/** The messages of one day of an exercise programme, in the format of a story's turns. {n} is the number of the day. */
export const CHECK_INS: readonly (readonly string[])[] = [
  [
    'A: Day {n} 🌞 How did the three sets go?',
    'C: <All done|Done before breakfast|Done, with a podcast on>. <2|3|4>/10 pain, mostly when I get up',
    'A: Good. Same again tomorrow.',
  ],
  ['A: Good morning {first}, day {n}. Did you sleep through?', 'C: <Woke up once|Like a stone|Not really, too warm>'],
  [
    'C: Quick one: is it normal that it clicks when I turn?',
    'A: A click without pain is nothing to worry about. If it starts to hurt, write to me at once.',
    'C: No pain, just the noise 😄',
  ],
  ['A: Day {n}. Today only stretching, please. Rest is training too.', 'C: <Music to my ears|Yes boss|My kind of day>'],
  [
    'C: Walked <20|25|35|40> minutes without a break today!!',
    'A: That is a personal best 🎉 Note it in your diary.',
    'C: Already framed it',
  ],
  [
    'C: Skipped today, <family visit|bad cold|just too tired>',
    'A: No harm done. Pick up tomorrow where you left off, don’t do it twice.',
  ],
  [
    'A: How are the stairs?',
    'C: <Up fine, down so-so|One at a time but without the rail|Better than last week>',
    'A: Lead with the good leg going up, with the other one going down.',
    'C: "Good ones go to heaven", I remember 😇',
  ],
  [
    'C: The red band feels too easy now',
    'A: Then take the green one from today, two sets instead of three.',
    'C: Ok, green it is 💪',
  ],
  [
    'A: Day {n}: a short video of the squat would help me, from the side.',
    'C: https://photos.example/v/<a81Kd|zz9Pq|m2T4c>',
    'A: Very nice. Knees a little further apart and you are there. — Tomás',
  ],
  ['C: Rainy day, everything is a bit stiff', 'A: Warmth first, ten minutes, then the easy half of the list.'],
  [
    'A: Reminder: your session with Tomás is tomorrow at {time}.',
    'C: <See you there|On my calendar 👍|I will be early as always>',
  ],
  ['C: May I swim again?', 'A: Crawl and backstroke yes, breaststroke not yet.', 'C: Hooray 🏊'],
  ['A: Day {n}, and you have not missed one this week. Chapeau!', 'C: My grandson counts them on the fridge'],
  ['C: Pain <1|2>/10 today. I keep waiting for the catch', 'A: No catch. This is what it is supposed to do 🙂'],
]
