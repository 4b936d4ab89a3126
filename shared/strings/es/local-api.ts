import type { Words } from '../words.ts';

/** By name, in the order in which the page about the API lists them. */
const operations: Words['localApi']['operations'] = {
  placeCall: {
    summary: 'Llamar a un número',
    description:
      'Muestra la tarjeta en la que usted confirma la llamada (202) o, si el programa puede llamar de inmediato, hace sonar su teléfono (200). Lo que haya que preguntar se pregunta en la tarjeta (409); un número de emergencia se rechaza (422).',
  },
  getCall: {
    summary: 'Ver qué pasó con una llamada',
    description: 'Por el session_id con que se respondió la llamada, durante 30 días.',
  },
  sendText: {
    summary: 'Enviar un mensaje',
    description:
      'Acepta el mensaje: queda guardado en esta computadora y sale una vez, tras los segundos en que usted puede retirarlo. Lo que haya que preguntar se pregunta en Sidetone, con el texto guardado allí (409).',
  },
  getText: {
    summary: 'Ver qué pasó con un mensaje',
    description: 'Por el message_id con que se respondió el mensaje.',
  },
  listCalls: {
    summary: 'Listar las últimas llamadas',
    description: 'Primero la más reciente: las que tiene Sidetone, sin las eliminadas.',
  },
  listTexts: {
    summary: 'Listar los últimos mensajes',
    description: 'Primero el más reciente: los que tiene Sidetone, sin los eliminados.',
  },
  getStatus: {
    summary: 'Ver si pueden salir llamadas y mensajes',
    description: 'Responde también cuando no hay sesión iniciada.',
  },
  search: {
    summary: 'Buscar en todo',
    description:
      'Personas, mensajes, llamadas, buzón de voz y notas que tienen todas las palabras de q; los dígitos encuentran números como sea que estén escritos.',
  },
  listContacts: {
    summary: 'Listar o encontrar personas',
    description: 'Por nombre, o solo las que indican q o number.',
  },
  getContact: { summary: 'Ver a una persona', description: 'Por el id de una lista o un evento.' },
  listNotes: {
    summary: 'Listar notas',
    description: 'De una llamada, una persona o un número; primero la más reciente.',
  },
  addNote: {
    summary: 'Escribir una nota',
    description:
      'Sobre una llamada, una persona o un número. Necesita texto o un resultado; queda en esta computadora.',
  },
  listFollowUps: {
    summary: 'Listar a quién volver a contactar',
    description: 'Los pendientes, primero el más próximo; o los ya hechos.',
  },
  addFollowUp: {
    summary: 'Fijar cuándo volver a contactar a alguien',
    description:
      'Sobre una llamada, una persona o un número; Sidetone se lo recuerda cuando llega la hora.',
  },
  streamEvents: {
    summary: 'Enterarse de llamadas y mensajes cuando ocurren',
    description:
      'Server-sent events. Indique el último que recibió en Last-Event-ID y la lista sigue después de él, durante un día; stream.gap dice que no fue posible.',
  },
};

/** Words for the door that other programs come in by, its document and its page. */
export const localApi: Words['localApi'] = {
  operations,
  document: {
    title: 'Sidetone en esta computadora',
    about:
      'Llamadas, mensajes y lo que se sabe de las personas, para programas de esta computadora. Cada solicitud lleva un token propio del programa.',
  },
  scopes: {
    read: 'Leer llamadas, mensajes y personas',
    text: 'Enviar mensajes',
    call: 'Pedir llamadas',
    note: 'Escribir notas',
  },
  cardTitle: 'Otros programas',
};
