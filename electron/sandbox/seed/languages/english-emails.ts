import type { Story } from '../story.ts'

export const englishEmails: readonly Story[] = [
  {
    subject: 'Question about my treatment plan',
    turns: [
      'C: Dear team,\n\nthank you for the treatment plan you sent after my {service}. I have read it twice now and have three questions before I sign:\n\n1. Is the second X-ray really needed, or can you use the one my previous dentist took in spring?\n2. The plan lists two visits of 60 minutes. Could both be done on the same day? I travel quite far.\n3. Which part of it will my insurance pay, roughly?\n\nNo hurry, any time this week is fine.\n\nKind regards\n{first}',
      'A: Dear {first},\n\nthank you for reading it so carefully. In order:\n\n1. If the picture is less than twelve months old we can use it. Please ask them to send it to xrays@lakeshore.example.\n2. Yes. {day} would work: first visit at {time}, then a break of an hour, then the second one.\n3. As a rule 80% of the basic work and 50% of the crown. I have sent a pre-determination to your insurer; the answer takes about five working days.\n\nShall I reserve {day} for you?\n\nWarm regards\nClara\nLakeshore Dental & Physio',
      'C: Thank you, that answers everything. Please reserve {day}. The X-ray should be with you by tomorrow.\n\nBest\n{first}',
      'A: Reserved, and the X-ray has arrived. See you on {day}, {first}.\n\nClara',
    ],
  },
  {
    subject: 'Invoice does not match the estimate',
    tags: ['billing'],
    turns: [
      'C: Hello,\n\nthe invoice for my {service} says $412.00, but the estimate I signed was $355.00. Could you please have a look? I have attached both, or rather, you have them anyway.\n\nThanks,\n{first}',
      'A: Hello {first},\n\nyou are right, and I apologise. The local anaesthetic was entered twice. The corrected invoice over $355.00 is on its way to you, and since you had already paid, $57.00 goes back to your card within three days.\n\n{staff}, front desk\nLakeshore Dental & Physio',
      'C: That was quick. Thank you, {staff}!',
    ],
  },
  {
    subject: 'Report for my family doctor',
    tags: ['physio'],
    turns: [
      'C: Hi,\n\nmy family doctor would like a short report about the physio so far (range of motion, what we did, what you suggest next). Could {staff} write one? I see her next {day}.\n\nMany thanks\n{first}',
      'A: Hi {first},\n\ngladly. {staff} will have it ready by tomorrow evening. We need your consent to send it: please sign here, it takes a minute: https://lakeshore.example/consent\n\nClara',
      'C: Signed.\n\nOn another note: the stairs are no problem any more. I had forgotten what that feels like.',
      'A: That is the best thing we have read today. The report went out this morning, a copy is attached to your file.\n\n{staff}',
    ],
  },
  {
    subject: 'Appointment confirmation',
    turns: [
      'A: Dear {first},\n\nthis confirms your {service} on {day} at {time}.\n\nLakeshore Dental & Physio\n218 Queens Quay West, 2nd floor\nhttps://lakeshore.example/directions\n\nPlease bring your insurance card and a list of the medicines you take. If you cannot come, tell us at least 24 hours before.\n\nKind regards\nClara',
      'C: Thanks Clara. I take blood thinners (apixaban), is that a problem for the treatment?\n\n{first}',
      'A: Thank you for telling us. For this treatment it is not; please do not stop taking them. I have noted it for Dr. Weiss, who will talk to you before she begins.\n\nClara',
    ],
  },
  {
    subject: 'Moving to another city',
    turns: [
      'C: Dear all,\n\nafter eleven years with you we are moving to Halifax at the end of the month. Could you send our records (mine and the two boys’) to our new dentist? The address is records@harbourdental.example.\n\nI will miss the terrible radio station in your waiting room.\n\nAll the best\n{first}',
      'A: Dear {first},\n\nwe will miss all of you. The records go out by {day}; you will get a copy.\n\nThe radio station sends its regards.\n\n{staff} and everybody here',
    ],
  },
  {
    subject: 'Physio for our running club',
    tags: ['new patient'],
    turns: [
      'C: Hello,\n\nI organise a running club of about thirty people, and every spring half of us limp. Would one of your physios come for an evening and show us how to warm up properly? We would pay, of course, and there is cake.\n\nBest wishes\n{first}',
      'A: Hello {first},\n\nwhat a good idea. Tomás says yes before I could finish the sentence (I had mentioned the cake). {day} evenings suit him best. Would {time} be too early?\n\nClara',
      'C: {time} is fine, we meet at the boathouse. I will bring lemon drizzle.',
      'A: It is in the calendar. Please tell everyone to bring a mat or a towel.\n\nClara',
    ],
  },
  {
    subject: 'Re: Your recall: time for a check-up',
    tags: ['recall'],
    turns: [
      'A: Dear {first},\n\nyour last check-up was seven months ago. You can choose a time that suits you here: https://lakeshore.example/book\n\nOr simply answer this email.\n\nClara',
      'C: Hi Clara,\n\n{day} around {time} would be good. Same hygienist as last time please, she was very gentle.\n\n> Dear {first},\n> your last check-up was seven months ago.\n\n{first}',
      'A: That was Mei-Lin, and she is here on {day}. Booked for {time}.\n\nClara',
    ],
  },
]
