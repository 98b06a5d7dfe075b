import type { Story } from '../story.ts'

export const englishChats: readonly Story[] = [
  {
    subject: 'Moving an appointment',
    turns: [
      'C: <Hi|Hello|Hey>, I have a {service} on {day} at {time}. <Could I move it to next week?|Any chance to move it by a week?>',
      'A: Hi {first}, Clara here 👋 Of course. I have the same time a week later, or 9:00 the day after. Which suits you better?',
      'C: Same time a week later <is perfect|works>',
      "A: Done! You're booked for {day} at {time} next week. You'll get a reminder the day before.",
      'C: <Thank you!|Thanks a lot 🙏|Brilliant, thanks>',
    ],
  },
  {
    subject: 'Parking and directions',
    turns: [
      'C: Is there parking near the clinic? <Coming with my mum, she has a walker|First time coming by car>',
      'A: Yes. There are three spots right behind the building (enter from Maple Lane), and the Queen’s Quay garage is two minutes away: https://lakeshore.example/directions',
      'C: And is the entrance step-free?',
      'A: It is. The ramp is on the left side and the lift goes straight up to the second floor.',
      'C: <Wonderful|Perfect>, see you {day}',
    ],
  },
  {
    subject: 'Insurance question',
    tags: ['insurance'],
    turns: [
      'C: Do you bill <Sun Life|Manulife|Green Shield> directly or do I pay first?',
      'A: We bill them directly. If you send me a photo of your card (both sides) I can check your coverage before your visit.',
      'C: Here it is: https://photos.example/s/9fK2 <|🙂>',
      'A: Thank you, {first}. Your {service} is covered at 80%. You would pay $38.40 at the desk.',
      "C: That's less than I feared 😅 thanks",
    ],
  },
  {
    subject: 'Tooth pain',
    tags: ['urgent'],
    turns: [
      'C: <Hi, I|Hello I> have a really bad toothache since last night, lower left. Painkillers <barely help|do nothing>. Can someone see me today??',
      "A: I'm sorry, {first}, that sounds awful. Is there any swelling, fever, or trouble swallowing?",
      'C: A bit swollen, no fever',
      'A: Dr. Osei can see you today at {time}. Please come ten minutes early. If you get a fever or trouble breathing before then, go straight to the emergency room.',
      "C: I'll be there. Thank you thank you",
      'A+ How are you feeling this morning, {first}? — {staff}',
      'C: So much better. Slept for the first time in two days',
    ],
  },
  {
    subject: 'Whitening price',
    turns: [
      'C: How much is whitening at yours?',
      'A: In-office whitening is $390 for one 75-minute session, the take-home kit is $240. Before either, we do a short check ($45, taken off the price).',
      'C: Does it hurt? I have sensitive teeth',
      'A: With sensitive teeth we recommend the take-home kit: it is milder and you can pause any day. Shall I book the check?',
      'C: <Let me think about it|Yes please, {day} if possible>',
    ],
  },
  {
    subject: 'Running late',
    turns: [
      'C: Stuck <on the 504 streetcar|in traffic on the Gardiner|on the subway>, will be 10-15 min late for {time}. Still ok?',
      'A: No problem, {first}. {staff} will wait for you. Travel safely!',
      'C: <You are the best|Thank you!!> 🏃',
    ],
  },
  {
    subject: 'Reminder',
    turns: [
      'A: Hi {first}, a reminder of your {service} on {day} at {time} at Lakeshore Dental & Physio. Reply YES to confirm or tell us if you need another time.',
      'C: <YES|Yes|yes!|Y>',
      'A: Thank you, see you on {day}!',
    ],
  },
  {
    subject: 'Exercises after the session',
    tags: ['physio'],
    turns: [
      'C: Hi {staff}, the third exercise (the bridge) pulls in my lower back. Is that normal?',
      'A: Hi {first}, {staff} here. A light pull is fine, pain is not. Put your feet closer to you and lift only half as high. Two sets of eight for now.',
      'C: Ok will try tonight',
      'C+ Much better like that 💪',
      'A: Great to hear! Keep it there until {day}, then we add the band.',
    ],
  },
  {
    subject: 'Receipt',
    tags: ['billing'],
    turns: [
      'C: Could you send me the receipt for <my last visit|the visit on {day}>? My insurer wants one with the treatment codes on it',
      'A: Of course. I have sent it to the email address we have on file. The codes are on page 2.',
      'C: Got it, <cheers|thanks!>',
    ],
  },
  {
    subject: 'Appointment for my daughter',
    tags: ['new patient'],
    turns: [
      'C: Do you see children? My daughter is 4 and a little scared of dentists',
      'A: We do, and Dr. Weiss loves first-timers. We plan 40 minutes, and nothing has to happen in the first visit except a ride on the chair 🦷',
      'C: 😂 that would be ideal. {day} after kindergarten, around 3?',
      'A: {day} at 3:30 with Dr. Weiss. What is your daughter’s name and date of birth?',
      'C: I will fill in the form tonight, is there a link?',
      'A: Here it is: https://lakeshore.example/forms/new-patient',
    ],
  },
  {
    subject: 'Cancellation',
    turns: [
      "C: I'm so sorry but I have to cancel {day}. <My son is ill|Work trip came up>",
      'A: Thank you for telling us in time, {first}, so there is no fee. Shall I look for another day, or would you rather get in touch later?',
      'C: Will get in touch when <things calm down|I am back>',
      'A: That is fine. Take care!',
    ],
  },
  {
    subject: 'Night guard',
    turns: [
      'C: Is my night guard ready?',
      'A: It came back from the lab this morning. You can pick it up any time until 6 pm; the fitting takes five minutes.',
      'C: Coming by around {time}',
      'C: The guard feels a bit tight on the right side, is that ok for the first night?',
      'A: Yes, the first two or three nights it may feel tight. If it still presses on {day}, come by and we polish it down, no appointment needed.',
    ],
  },
  {
    subject: 'New patient',
    tags: ['new patient'],
    turns: [
      'C: Hi! A friend recommended you. Are you taking new patients?',
      'A: Hello and welcome! Yes, we are. Is it about teeth, physio, or both?',
      'C: Physio, <shoulder|knee|neck and back>. Desk job 🙃',
      'A: Tomás has a first appointment free on {day} at {time} (50 minutes, $110, direct billing possible). Shall I hold it for you?',
      'C: Yes please!',
      'A: It is yours, {first}. Please wear something comfortable and bring any scans you have.',
    ],
  },
  {
    subject: 'After the extraction',
    tags: ['follow-up'],
    turns: [
      'A: Hi {first}, how are you after yesterday? Any bleeding or strong pain? — {staff}',
      'C: A little bleeding this morning when I rinsed, stopped now. Pain about 3/10',
      'A: That is within what we expect. Please don’t rinse hard until tomorrow, no straw, soft food. Call us at once if the bleeding lasts more than 20 minutes.',
      'C: Soup it is 🍲',
    ],
  },
  {
    subject: 'Left something behind',
    turns: [
      'C: Did I leave a <green umbrella|grey scarf|pair of AirPods> in the waiting room on {day}?',
      'A: You did! It is in the drawer at the front desk, with your name on it.',
      'C: Phew. I will pick it up <tomorrow|on my way home>',
    ],
  },
  {
    subject: 'Earlier slot',
    turns: [
      'A: Hi {first}, you asked for something earlier: {day} at {time} has just become free. Would you like it?',
      'C: Yes!! Taking it',
      'A: Booked, and the old one is released. See you on {day}.',
    ],
  },
  {
    subject: 'Broken retainer',
    tags: ['urgent'],
    turns: [
      'C: My dog ate my retainer. Not a joke 🐶',
      'A: Oh no! Is the dog all right? And do you still have the old one from last year?',
      'C: Dog is very pleased with himself. No old one',
      'A: We have your scan on file, so the lab can make a new one in four working days ($160). In the meantime a day or two without is fine. Shall I order it?',
      'C: Please do. And something for the dog to chew on',
    ],
  },
  {
    subject: 'Feedback',
    turns: [
      'A: Thank you for visiting us, {first}. How was it? You can just write back here.',
      'C: <Honestly the nicest dentist visit of my life.|Really good. {staff} explained everything twice without sighing.> Only the wait was a bit long (25 min)',
      'A: Thank you, I pass both on to the team. The wait should not have been that long, we are sorry.',
    ],
  },
  {
    subject: 'Referral letter',
    turns: [
      'C: My doctor faxed you a referral for physio, did you get it?',
      'A: It arrived on {day}. It covers eight sessions. Would you like to book the first one?',
      'C: Mornings only, before 9',
      'A: I have 8:10 on {day} and then every week at the same time. Shall I book all eight?',
      'C: Yes, all eight 👌',
    ],
  },
  {
    subject: 'Holiday hours',
    turns: [
      'C: Are you open on the long weekend?',
      'A: We are closed on Monday and open on Saturday from 9 to 1. Is it something urgent?',
      'C: No no, just planning. Thanks',
    ],
  },
]
