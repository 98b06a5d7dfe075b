import type { Language } from '../story.ts'
import { englishCalls } from './english-calls.ts'
import { englishChats } from './english-chats.ts'
import { englishEmails } from './english-emails.ts'

export const english: Language = {
  code: 'en',
  weight: 50,
  cultures: [
    {
      given: 'Olivia Liam Emma Noah Charlotte Jack Hannah Ethan Grace Samuel',
      family: 'Walker Bennett Hughes Foster Campbell Reid Palmer',
    },
    { given: 'Siobhan Cillian Aoife Declan Niamh Ronan', family: "O'Connell Byrne Gallagher Kavanagh Doyle" },
    { given: 'Chidi Ngozi Oluwaseun Amara Tunde Folake', family: 'Okafor Adeyemi Eze Balogun Nwosu' },
    { given: 'Lan Minh Thảo Quang Hương Tuấn', family: 'Nguyễn Trần Phạm Lê Đặng' },
    { given: 'Grace Daniel Soo-jin Min-ho Hana', family: 'Kim Park Choi Jeong Yoon' },
    { given: 'Anjali Rohan Priyanka Arjun Kavya Vikram', family: 'Sharma Patel Iyer Reddy Menon' },
    { given: 'Elif Emre Zeynep Can Defne', family: 'Yılmaz Kaya Demir Şahin Aydın' },
    { given: 'Astrid Lars Ingrid Mikkel Freja', family: 'Lindqvist Johansen Bergström Dahl Sørensen' },
    { given: 'Oksana Andriy Iryna Taras Daria', family: 'Kovalenko Shevchenko Bondar Melnyk' },
    { given: 'Giulia Matteo Chiara Davide Eleni Nikos', family: 'Rossi Conti Ferrari Marino Papadakis' },
    { given: 'Wei Mei Jun Xiu Li', family: 'Chen Zhang Liu Wang Huang' },
    { given: 'Maria Jose Angelica Paolo Kristine', family: 'Santos Reyes Cruz Bautista Mendoza' },
    { given: 'Shirin Dariush Parisa Kaveh Leila', family: 'Karimi Ahmadi Rahimi Tehrani' },
    { given: 'Aroha Tane Malia Sione', family: 'Ngata Parata Tuilagi Faleolo' },
  ],
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  times: ['8:40', '9:15', '10:30', '11:00', '1:45', '2:20', '3:30', '4:10', '5:40'],
  services: ['cleaning', 'check-up', 'physio session', 'follow-up', 'crown fitting', 'filling'],
  chats: englishChats,
  emails: englishEmails,
  calls: englishCalls,
  answers: [
    'Perfect, thank you <so much|very much>!',
    '<Great|Lovely>, that works for me 👍',
    'Thanks for the quick reply 🙏',
    'Okay. Do I need to bring anything?',
    'Got it. Is there parking close by?',
    'Hmm, let me check with my partner and get back to you tonight.',
    'Could you send me that by email as well, please?',
    'Amazing, see you then!',
    'Thanks! One more thing: can I pay by card at the desk?',
    'That helps a lot, thank you.',
  ],
  nudges: [
    'Hi, any news on this?',
    'Just following up on my message above 🙂',
    'Sorry, me again. Is there anything free earlier in the week?',
    'Hello? Is somebody there today?',
    'Quick question: are you open this Saturday?',
    'Never mind the first part, I found the letter. The second question still stands though!',
  ],
}
