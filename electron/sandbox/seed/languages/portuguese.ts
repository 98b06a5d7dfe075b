import type { Language } from '../story.ts'

export const portuguese: Language = {
  code: 'pt',
  weight: 6,
  cultures: [
    {
      given: 'Mateus Beatriz Rafael Larissa Gonçalo Inês Thiago Luana João Conceição',
      family: 'Carvalho Nogueira Araújo Teixeira Magalhães Simões Brandão',
    },
  ],
  days: ['na segunda', 'na terça', 'na quarta', 'na quinta', 'na sexta'],
  times: ['8h40', '9h15', '10h30', '14h20', '16h10', '17h30'],
  services: ['limpeza', 'revisão', 'sessão de fisio', 'consulta'],
  chats: [
    {
      subject: 'Remarcar consulta',
      turns: [
        'C: Oi, tudo bem? Preciso remarcar minha {service} 🙏 dá pra ser semana que vem?',
        'A: Oi, {first}! Aqui é a Clara. Dá sim: {day} às {time}, pode ser?',
        'C: <Pode sim, valeu!|Fechado 👍>',
        'A: Marcado! Mando um lembrete no dia anterior.',
      ],
    },
    {
      subject: 'Dente quebrado',
      tags: ['urgent'],
      turns: [
        'C: Gente, quebrei um pedaço do dente da frente jogando bola 😱 tem como me atender hoje?',
        'A: Calma, {first}, tem jeito! Está sangrando ou doendo muito?',
        'C: Não dói, só tá feio demais kkkk',
        'A: Vem às {time} que a Dra. Weiss resolve. Se achou o pedacinho, traz num copo de leite.',
        'C: Achei!! Tô indo',
      ],
    },
    {
      subject: 'Dúvida sobre o convênio',
      tags: ['insurance'],
      turns: [
        'C: Boa tarde! Vocês aceitam o meu convênio?',
        'A: Boa tarde, {first}! Aceitamos os principais. Me manda uma foto da carteirinha que eu confirmo em dois minutos.',
        'C: Mando à noite, tá em casa',
      ],
    },
    {
      subject: 'Joelho',
      tags: ['physio'],
      turns: [
        'A: Oi, {first}! Como está o joelho depois de ontem? — {staff}',
        'C: Bem melhor! Já desci escada sem reclamar 😂',
        'A: Boa! Gelo 15 minutos hoje e {day} a gente continua.',
      ],
    },
  ],
  emails: [
    {
      subject: 'Segunda via do recibo',
      tags: ['billing'],
      turns: [
        'C: Prezados,\n\nPoderiam, por favor, enviar a segunda via do recibo da minha última {service}? Preciso dele para o imposto de renda.\n\nAgradeço desde já.\n{first}',
        'A: Olá, {first},\n\nSegue o recibo. Se precisar dos anteriores, é só pedir: temos todos desde a sua primeira visita.\n\nUm abraço,\nClara\nLakeshore Dental & Physio',
        'C: Era isso mesmo. Um abraço!',
      ],
    },
  ],
  calls: [
    {
      subject: 'Ligação: marcar consulta',
      turns: [
        'A: Lakeshore Dental and Physio, Clara falando. Pode falar em português.',
        'C: Ai, que bom! Queria marcar uma {service}.',
        'A: Tenho {day} às {time}. Pode ser?',
        'C: Pode, sim.',
        'A: Marcado. Até lá!',
      ],
    },
  ],
  answers: [
    'Perfeito, valeu demais!',
    'Ótimo, até lá 👋',
    'Beleza. Preciso levar alguma coisa?',
    'Que rapidez 😄 agradeço muito',
    'Aceita cartão?',
  ],
  nudges: [
    'Oi, alguma novidade?',
    'Desculpa insistir 🙈 tem horário essa semana?',
    'Só mais uma coisa: vocês abrem no sábado?',
  ],
}
