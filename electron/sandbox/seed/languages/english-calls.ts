import type { Story } from '../story.ts'

/** Transcripts, with one message for each turn of the call. */
export const englishCalls: readonly Story[] = [
  {
    subject: 'Call: booking',
    turns: [
      'A: Lakeshore Dental and Physio, this is Clara. How can I help you?',
      "C: Hi, yes, um, I'd like to book a {service}, please.",
      'A: Of course. May I have your first name?',
      "C: It's {first}.",
      'A: Thank you, {first}. I have {day} at {time}, or the day after in the morning.',
      'C: {day} is good.',
      "A: Then I've booked {day} at {time}. You'll get a text message to confirm. Is there anything else?",
      "C: No, that's it. Thanks.",
      'A: Thank you for calling. Goodbye!',
    ],
  },
  {
    subject: 'Voicemail',
    turns: [
      "C: [Voicemail, 0:34] Hi, it's {first}, I had a {service} with you last week. I just wanted to ask about, uh, the bill that came in the mail. Could somebody call me back? I'm home after {time}. Thanks, bye.",
    ],
  },
  {
    subject: 'Call: pain after treatment',
    tags: ['urgent'],
    turns: [
      'A: Lakeshore Dental and Physio, Clara speaking.',
      'C: Hello, I was in on {day} for a filling and it still hurts when I bite down. Is that, is that normal?',
      'A: A little for a few days, yes. Is it getting better or worse?',
      "C: About the same, I'd say.",
      'A: Then the filling may be a touch too high. That is a five-minute fix. Can you come by at {time} today?',
      'C: Oh, today, yes, I can do that.',
      'A: I have told Dr. Osei. See you at {time}, {first}.',
    ],
  },
  {
    subject: 'Call: transferred to the front desk',
    turns: [
      'A: Lakeshore Dental and Physio, this is Clara. How can I help?',
      "C: I'd rather talk to a person, please.",
      "A: Of course, I'll put you through to {staff}. One moment.",
      'A: Hello, this is {staff}.',
      "C: Hi {staff}! It's about my mother. She needs the {service} but she can't do stairs.",
      'A: We have a lift, and I can keep the room by the door for her. Would {day} at {time} be all right?',
      "C: That's perfect. You're a star.",
    ],
  },
  {
    subject: 'Voicemail',
    turns: [
      'C: [Voicemail, 0:12] Hi, this is {first}. Please call me back when you can. Thank you.',
      'A: Called back and left a message: the desk is open until six. — {staff}',
    ],
  },
]
