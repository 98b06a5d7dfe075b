import { createRandom } from '../random.ts'
import { CHECK_INS } from './check-ins.ts'
import type { Featured } from './story.ts'

/** Threads that are longer than the screen, so that clients must scroll and must not render everything. */
export function featuredLong(): readonly Featured[] {
  return [
    {
      minutesAgo: 150,
      channel: 'whatsapp',
      name: 'Eleanor Whitfield',
      phone: '+447700900418',
      email: 'eleanor.whitfield@example.com',
      subject: 'Hip recovery programme',
      tags: ['physio', 'programme'],
      turns: checkIns(1_000, 11),
    },
    {
      minutesAgo: 340,
      channel: 'sms',
      name: 'Dariush Karimi',
      phone: '+14165550137',
      subject: 'Daily back exercises',
      tags: ['physio', 'programme'],
      turns: checkIns(460, 12),
    },
    {
      minutesAgo: 3_190,
      channel: 'whatsapp',
      name: 'Chiara Conti',
      phone: '+16475550171',
      subject: 'Shoulder programme',
      status: 'resolved',
      tags: ['physio', 'programme'],
      turns: checkIns(240, 13),
    },
    {
      minutesAgo: 59_000,
      channel: 'email',
      name: 'Vikram Menon',
      email: 'vikram.menon@example.org',
      subject: 'My pain diary, all of it',
      tags: ['physio'],
      status: 'resolved',
      turns: [
        'A: Dear Vikram,\n\nbefore your first visit it would help me to see your pain diary. You can simply paste it into an email, however long it is.\n\nTomás',
        `C: ${painDiary(100 * 1024)}`,
        'A: Dear Vikram,\n\nthank you. I have never had one this thorough, and I read every line: the pattern with the long drives is quite clear. We start there on Monday.\n\nTomás',
      ],
    },
  ]
}

/** A daily programme in random order: the clinic asks, and the customer reports. */
function checkIns(count: number, seed: number): string[] {
  const random = createRandom(seed)
  const turns: string[] = []
  let last: readonly string[] = []
  for (let day = 1; turns.length < count; day++) {
    const exchange = random.pick(CHECK_INS.filter((other) => other !== last))
    last = exchange
    const [opening = '', ...rest] = exchange.map((turn) => turn.replace('{n}', String(day)))
    turns.push(opening.replace(':', '+'), ...rest)
  }
  return turns.slice(0, count)
}

/** A long pasted text of at least this many bytes. */
function painDiary(bytes: number): string {
  const random = createRandom(14)
  const places = ['lower back', 'left hip', 'between the shoulder blades', 'neck, right side']
  const causes = [
    'after a long drive',
    'slept badly',
    'after gardening',
    'no idea why',
    'desk all day',
    'after the walk, so fine',
    'rainy',
  ]
  const lines = ['Dear Tomás,\n\nhere it is, straight from my notes. Sorry for the length.\n']
  for (let length = 0, day = 1; length < bytes; day++) {
    const line = `Day ${day}, ${random.pick(['morning', 'noon', 'evening'])}: ${random.integer(1, 8)}/10, ${random.pick(places)}, ${random.pick(causes)}`
    lines.push(line)
    length += line.length + 1
  }
  return [...lines, '\nVikram'].join('\n')
}
