import type { textFailures as english } from '../en/failures-texts.ts';
import { fullHour } from '../hours.ts';
import { plural } from '../plural.ts';
import { says } from '../sentence.ts';

export const textFailures: typeof english = {
  'text.empty': says('No hay nada que enviar', 'Escriba algo primero.'),
  'text.too-long': ({ number }) => {
    const limit = number('limit') ?? 1000;
    return {
      title: 'Ese mensaje es demasiado largo',
      advice: `En un mensaje caben hasta ${plural(limit, 'carácter', 'caracteres')}. Acórtelo o envíelo en dos.`,
    };
  },
  'text.no-recipient': says('No hay a quién enviarlo', 'Agregue un nombre o número.'),
  'text.too-many-recipients': ({ number }) => ({
    title: 'Demasiadas personas para un mensaje',
    advice: `Un mensaje de grupo admite ${number('limit') ?? 10} personas como máximo. Quite algunas.`,
  }),
  'text.no-sender': says(
    'Ninguno de sus números puede enviar mensajes',
    'Pida a su administrador de RingCentral uno que pueda.',
  ),
  'text.sender-refused': says(
    'RingCentral se negó a enviar desde ese número',
    'Elija otro número para enviar mensajes.',
  ),
  'text.sender-unreadable': says(
    'No se puede leer el número desde el que se envía',
    'Escríbalo completo, por ejemplo +1 212 555 0142.',
  ),
  'text.sender-unregistered': says(
    'Este número no está registrado para mensajes',
    'Los operadores de EE. UU. y Canadá solo aceptan mensajes de números registrados. Un administrador registra en RingCentral la marca de su empresa y una campaña, y agrega este número a la campaña.',
  ),
  'text.sender-pending': ({ text }) => ({
    title: 'El registro de este número para mensajes está en curso',
    advice: `Su campaña está “${text('status') ?? 'sin confirmar'}”. Los mensajes salen cuando los operadores la confirmen. Un administrador ve cómo va.`,
  }),
  'text.sender-rejected': ({ text }) => ({
    title: 'El registro de este número para mensajes no es válido',
    advice: `Su campaña está “${text('status') ?? 'sin confirmar'}”. Un administrador debe corregirla o enviarla de nuevo.`,
  }),
  'text.sender-toll-free': says(
    'Este número gratuito no está verificado para mensajes',
    'Un administrador debe pedir a RingCentral que lo verifique. Después puede enviar mensajes dentro de EE. UU., sin imágenes.',
  ),
  'text.sender-shared': says(
    'Su extensión no puede enviar mensajes desde este número de la empresa',
    'Un administrador puede permitirlo a una extensión, cuando el número esté registrado para mensajes.',
  ),
  'text.sender-fax': says('Este es un número de fax', 'Elija otro número para enviar mensajes.'),
  'text.sender-abroad': says(
    'Desde este número no salen mensajes',
    'Que los números de su país puedan enviar mensajes depende de su plan. Un administrador puede preguntar a RingCentral.',
  ),
  'text.sender-off': says(
    'Los mensajes no están activados para este número',
    'Casi siempre es porque no está registrado para mensajes o no se agregó a la campaña de su empresa. Un administrador ve cuál es el caso y lo cambia.',
  ),
  'text.recipient-invalid': says(
    'Ese número no puede recibir mensajes',
    'Revise el número o llame.',
  ),
  'text.recipient-blocked': says(
    'Ese número está bloqueado',
    'Desbloquéelo en RingCentral o llame.',
  ),
  'text.recipient-opted-out': says(
    'Esa persona pidió no recibir mensajes de este número',
    'Mejor llame. Puede enviar START para permitir mensajes de nuevo.',
  ),
  'text.recipient-duplicate': says('El mismo número está dos veces', 'Quite uno de los dos.'),
  'text.short-number': says(
    'No se pueden enviar mensajes a un número corto',
    'Use el número completo.',
  ),
  'text.extension-number': says(
    'No se pueden enviar mensajes a una extensión',
    'Use su número completo.',
  ),
  'text.international-disabled': says(
    'Los mensajes internacionales están desactivados en su cuenta',
    'Pida a su administrador de RingCentral que los permita.',
  ),
  'text.landline': says('Es un teléfono fijo y no puede recibir mensajes', 'Mejor llame.'),
  'text.spam': says(
    'Un operador tomó este mensaje por spam',
    'Escríbalo con otras palabras, sin enlaces, y envíelo de nuevo.',
  ),
  'text.carrier-refused': says('Un operador rechazó este mensaje', 'Intente más tarde o llame.'),
  'text.limit-reached': says(
    'Su cuenta llegó a su límite de mensajes',
    'Espere hasta mañana, o consulte a su administrador de RingCentral.',
  ),
  'text.not-registered': says(
    'Su número no está registrado para enviar mensajes',
    'Pida a su administrador de RingCentral que lo registre.',
  ),
  'text.media-refused': says('RingCentral rechazó el archivo adjunto', 'Envíe el mensaje sin él.'),
  'text.not-in-plan': says(
    'Su plan de RingCentral no incluye mensajes',
    'Consulte a su administrador de RingCentral.',
  ),
  'text.failed': says('El mensaje no se entregó', 'Envíelo de nuevo o llame.'),
  'text.outcome-unknown': says(
    'RingCentral no dijo si este mensaje salió',
    'Si lo envía de nuevo podría llegar dos veces.',
  ),
  'text.not-waiting': says('Este mensaje ya no espera', 'No queda nada por hacer.'),
  'text.none-came-in': says(
    'Aquí no ha llegado nada',
    'Solo se puede marcar sin leer lo que la otra persona escribió.',
  ),
  'text.looked-up': says(
    'Sidetone aún comprueba si este mensaje salió',
    'Le preguntará si no puede averiguarlo.',
  ),
  'scheduled.past': says('Esa hora ya pasó', 'Elija una hora que aún no haya llegado.'),
  'scheduled.gone': says(
    'Ese mensaje ya no espera',
    'Salió o se descartó. La conversación lo muestra.',
  ),
  'text.not-to-all': ({ text }) => ({
    title: text('numbers')
      ? `No le llegó a ${text('numbers')}`
      : 'No les llegó a todas las personas',
    advice: 'Las demás lo tienen. Escriba aparte a quien no le llegó, o llame.',
  }),
  'text.opted-out': ({ text }) => ({
    title: text('typed')
      ? `${text('typed')} pidió no recibir mensajes de este número`
      : 'Esa persona pidió no recibir mensajes de este número',
    advice: 'Llame, o diga por qué el mensaje puede salir de todos modos.',
  }),
  'text.quiet-hours': () => ({
    title: 'Allí está fuera del horario apropiado',
    advice: `Los mensajes son bienvenidos de ${fullHour(8)} a ${fullHour(21)}.`,
  }),
  'text.landline-before': says(
    'El último mensaje no llegó: RingCentral lo tomó por un teléfono fijo',
    'Llame, o pruebe con otro número de esa persona.',
  ),
  'text.landline-likely': says('Parece un teléfono fijo', 'Pocos aceptan mensajes.'),
};
