import type { Language } from '../story.ts'

export const spanish: Language = {
  code: 'es',
  weight: 9,
  cultures: [
    {
      given: 'Sofía Mateo Lucía Diego Valentina Javier Camila Andrés Inés Joaquín',
      family: 'Herrera Navarro Castillo Ibáñez Muñoz Rojas Quintero Peña',
    },
  ],
  days: ['el lunes', 'el martes', 'el miércoles', 'el jueves', 'el viernes', 'el sábado'],
  times: ['las 8:40', 'las 9:15', 'las 10:30', 'las 2:20', 'las 4:10', 'las 5:30'],
  services: ['limpieza', 'revisión', 'sesión de fisio', 'consulta'],
  chats: [
    {
      subject: 'Cambio de cita',
      turns: [
        'C: Hola, buenas. Tengo una {service} {day} y no voy a poder ir 😕 ¿Se puede cambiar?',
        'A: ¡Hola, {first}! Soy Clara. Claro que sí: {day} de la semana que viene a {time}, ¿te va bien?',
        'C: <Sí, perfecto|Me viene genial>, gracias 🙏',
        'A: Listo, queda apuntado. Te mando un recordatorio el día antes.',
      ],
    },
    {
      subject: 'Dolor de muelas',
      tags: ['urgent'],
      turns: [
        'C: Buenas, ¿atienden urgencias? Se me ha roto una muela comiendo turrón y me duele muchísimo',
        'A: Lo siento mucho, {first}. ¿Tienes fiebre o la cara hinchada?',
        'C: No, solo duele',
        'A: La doctora Weiss te puede ver hoy a {time}. Si guardas el trozo roto, tráelo.',
        'C: Allí estaré. ¡Mil gracias!',
      ],
    },
    {
      subject: 'Precio del blanqueamiento',
      turns: [
        'C: ¡Hola! ¿Cuánto cuesta el blanqueamiento? Me caso en junio 👰',
        'A: ¡Enhorabuena! En la clínica son 390 $ la sesión, y el kit para casa 240 $. Antes hacemos una revisión corta.',
        'C: ¿Y cuánto dura el efecto?',
        'A: Entre uno y dos años, según el café y el vino 😄 ¿Te reservo la revisión {day} a {time}?',
        'C: Lo hablo con mi pareja y te digo',
      ],
    },
    {
      subject: 'Ejercicios',
      tags: ['physio'],
      turns: [
        'C: Hola {staff}, ya no me duele el hombro al levantar el brazo!!! 🎉',
        'A: ¡Qué alegría, {first}! Sigue con la goma tres días más y {day} pasamos al peso de 2 kg.',
        'C: Vale, jefe 💪',
      ],
    },
  ],
  emails: [
    {
      subject: 'Informe para el seguro',
      tags: ['insurance'],
      turns: [
        'C: Buenos días:\n\nMi seguro me pide un informe del tratamiento con las fechas de cada visita. ¿Me lo podrían enviar por correo, por favor? Lo necesito antes del fin de semana.\n\nMuchas gracias y un saludo,\n{first}',
        'A: Hola, {first}:\n\nTe lo adjuntamos hoy mismo. Aparecen las cuatro visitas y el código de cada tratamiento. Si el seguro necesita la firma de la doctora, dínoslo y te enviamos el original.\n\nUn abrazo,\nClara\nLakeshore Dental & Physio',
        'C: Recibido, muchísimas gracias por la rapidez.',
      ],
    },
  ],
  calls: [
    {
      subject: 'Llamada: pedir cita',
      turns: [
        'A: Lakeshore Dental and Physio, soy Clara. ¿En qué puedo ayudarle?',
        'C: Hola, quería pedir una cita para una {service}.',
        'A: Muy bien. ¿Le va bien {day} a {time}?',
        'C: Sí, sí, perfecto.',
        'A: Queda reservado. ¡Hasta entonces!',
      ],
    },
  ],
  answers: [
    '¡Perfecto, muchas gracias!',
    'Genial, allí estaré 🙌',
    'Vale. ¿Tengo que llevar algo?',
    'Gracias por responder tan rápido',
    '¿Se puede pagar con tarjeta?',
  ],
  nudges: [
    'Hola, ¿se sabe algo?',
    'Perdón que insista 🙈 ¿hay hueco esta semana?',
    'Una pregunta más: ¿abren los sábados?',
  ],
}
