import type { Language } from '../story.ts'

export const french: Language = {
  code: 'fr',
  weight: 9,
  cultures: [
    {
      given: 'Camille Léa Hugo Chloé Théo Élodie Mathieu Anaïs Benoît Françoise',
      family: 'Moreau Lefèvre Tremblay Gagnon Rousseau Bélanger Girard Côté',
    },
    { given: 'Aïssatou Mamadou Fatou Ousmane', family: 'Diallo Traoré Ndiaye Camara' },
  ],
  days: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'],
  times: ['8 h 40', '9 h 15', '10 h 30', '14 h 20', '16 h 10', '17 h 30'],
  services: ['détartrage', 'contrôle', 'rendez-vous de physio', 'suivi'],
  chats: [
    {
      subject: 'Changer un rendez-vous',
      turns: [
        'C: Bonjour, j’ai un {service} {day} et j’ai un empêchement. <Est-ce qu’on peut décaler ?|Serait-il possible de le déplacer ?>',
        'A: Bonjour {first}, ici Clara. Bien sûr ! {day} de la semaine suivante à {time}, cela vous irait ?',
        'C: <Parfait, merci beaucoup|Oui, impeccable> 🙏',
        'A: C’est noté. Vous recevrez un rappel la veille.',
      ],
    },
    {
      subject: 'Remboursement',
      tags: ['insurance'],
      turns: [
        'C: Bonjour ! Ma mutuelle demande une facture acquittée, vous pouvez me l’envoyer ?',
        'A: Bonjour {first}, c’est parti à l’instant sur votre adresse courriel.',
        'C: Bien reçu, merci !',
      ],
    },
    {
      subject: 'Rendez-vous pour mon fils',
      tags: ['new patient'],
      turns: [
        'C: Coucou, vous prenez les enfants à partir de quel âge ? Mon fils a 3 ans et demi 🦷',
        'A: Dès la première dent ! La docteure Weiss prévoit 40 minutes pour une première visite, tout en douceur.',
        'C: Génial. Plutôt {day} alors, après la sieste 😴',
        'A: {day} à {time}, c’est réservé. Le formulaire est ici : https://lakeshore.example/formulaires',
        'C: Merci !! Il est ravi, il veut voir « la chaise qui monte »',
      ],
    },
    {
      subject: 'Retard',
      turns: [
        'C: Je suis dans le tramway, il est bloqué… 10 min de retard, pardon pour le dérangement',
        'A: Aucun souci, {first}, on vous attend.',
        'C: Ouf, merci',
      ],
    },
  ],
  emails: [
    {
      subject: 'Devis et calendrier du traitement',
      turns: [
        'C: Bonjour,\n\nMerci pour le devis. Avant de le signer, j’aimerais savoir s’il est possible de répartir le paiement en trois fois, et combien de temps il faut prévoir entre les deux rendez-vous.\n\nJe pars en voyage à la fin du mois, d’où ma question.\n\nBien cordialement,\n{first}',
        'A: Bonjour {first},\n\nLe paiement en trois fois est possible, sans frais. Entre les deux rendez-vous, le laboratoire a besoin de dix jours. Si nous commençons {day} à {time}, tout est terminé avant votre départ.\n\nBien à vous,\nClara\nLakeshore Dental & Physio',
        'C: C’est parfait, je confirme pour {day}. Merci de votre patience !',
      ],
    },
  ],
  calls: [
    {
      subject: 'Appel : prise de rendez-vous',
      turns: [
        'A: Lakeshore Dental and Physio, Clara à l’appareil. Je peux vous répondre en français.',
        'C: Ah, formidable. Je voudrais un {service}, s’il vous plaît.',
        'A: {day} à {time}, est-ce que cela vous convient ?',
        'C: Oui, tout à fait.',
        'A: C’est noté. Bonne journée !',
      ],
    },
  ],
  answers: [
    'Parfait, merci beaucoup !',
    'Super, à bientôt 👋',
    'D’accord. Faut-il apporter quelque chose ?',
    'Merci pour la réponse rapide 🙏',
    'Je regarde mon agenda et je vous redis.',
  ],
  nudges: [
    'Bonjour, des nouvelles ?',
    'Petite relance 🙂 avez-vous pu regarder ?',
    'Une dernière question : y a-t-il un stationnement ?',
  ],
}
