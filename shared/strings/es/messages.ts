import { locale } from '../language.ts';
import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

export const messages: Words['messages'] = {
  title: 'Mensajes',
  list: 'Conversaciones',
  newText: 'Nuevo mensaje',
  to: 'Para',
  toPlaceholder: 'Nombre o número',
  removeRecipient: (who) => `Quitar a ${who}`,
  composer: 'Mensaje',
  placeholder: (from) => (from ? `Mensaje desde ${from}` : 'Escriba un mensaje'),
  send: 'Enviar',
  sendHint: 'Intro envía, Mayús+Intro hace una línea nueva',
  nothingToSend: 'Escriba algo primero',
  noRecipient: 'Elija primero para quién es',
  units: (used, limit) =>
    `${used.toLocaleString(locale())} de ${limit.toLocaleString(locale())} caracteres`,
  tooLong: (over) => plural(over, 'carácter de más', 'caracteres de más'),
  empty: 'Aún no hay mensajes.',
  emptyAction: 'Escribir el primero',
  emptyThread: 'Aún no hay mensajes en esta conversación. Escriba abajo el primero.',
  none: 'Elija una conversación o escriba un mensaje nuevo.',
  aside: (count) =>
    count === 1
      ? 'Hay un mensaje sin enviar para otra persona.'
      : `Hay ${count} mensajes sin enviar para otras personas.`,
  goBack: (count) => (count === 1 ? 'Volver a él' : 'Volver al último'),
  emptyCompose: 'Elija para quién es y escriba abajo.',
  thread: (who) => `Mensajes con ${who}`,
  person: (who) => `Todo con ${who}`,
  you: 'Usted',
  youSaid: (text) => `Usted: ${text}`,
  noText: 'Sin texto',
  newest: 'Ir a lo más reciente',
  arrived: (who, text) => `${who}: ${text}`,
  trouble: (status, text) => `${status}: ${text}`,
  unread: (count) => plural(count, 'mensaje sin leer', 'mensajes sin leer'),
  gone: 'Esta conversación ya no está aquí.',
  status: {
    queued: 'En espera',
    sending: 'Enviando',
    sent: 'Enviado',
    delivered: 'Entregado',
    failed: 'No entregado',
    unknown: 'No es seguro que saliera',
    received: 'Recibido',
  },
  lookingUp: 'RingCentral no respondió. Comprobando…',
  notFound: 'Parece que RingCentral no lo tiene. ¿Enviarlo de nuevo? Podría llegar dos veces.',
  sendAgain: 'Enviar de nuevo',
  showAll: 'Mostrar todo',
  discard: 'Descartar',
  whatHappened: '¿Qué pasó?',
  explained: {
    failedTitle: 'El mensaje no se entregó',
    failedAdvice: 'RingCentral no dio un motivo. Envíelo de nuevo o llame.',
    unknownTitle: 'Aún no se sabe si este mensaje salió',
    unknownLooking:
      'Salió de esta computadora y no llegó respuesta. Sidetone lo está buscando en RingCentral y mientras tanto no lo enviará dos veces.',
    unknownAsking:
      'Salió de esta computadora y no llegó respuesta. En RingCentral no aparece, o hay más de uno igual, así que solo usted puede saberlo: pregunte a la otra persona o mire su respuesta.',
    side: 'Dónde está el problema',
    again: '¿Sirve reintentar?',
    written: 'Escrito',
    code: 'Código de RingCentral',
    said: 'En palabras de RingCentral',
    mayHelp: 'Puede ser. RingCentral no dio un motivo más claro.',
    twiceForSome: 'No: a quienes ya lo tienen les llegaría dos veces.',
    maybeTwice: 'Podría llegar dos veces.',
    notYet: 'Todavía no: podría llegar dos veces.',
  },
};
