import type { Words } from '../words.ts';

export const voicemail: Words['voicemail'] = {
  title: 'Buzón de voz',
  list: 'Mensajes de voz',
  show: 'Mostrar',
  shows: { all: 'Todos', unread: 'Nuevos' },
  isNew: 'Nuevo',
  empty: 'Aún no hay mensajes de voz. Aquí aparecen cuando alguien deja uno.',
  emptyUnread: 'Nada nuevo. Ya los escuchó todos.',
  showAll: 'Mostrar todos',
  none: 'Elija un mensaje de voz para escucharlo.',
  gone: 'Este mensaje de voz ya no está aquí.',
  sentence: (who, when, length, isNew) =>
    [isNew ? 'Mensaje de voz nuevo' : 'Mensaje de voz', `de ${who}`, when, length]
      .filter(Boolean)
      .join(', '),
  from: (who) => `mensaje de voz de ${who}`,
  received: 'Recibido',
  length: 'Duración',
  transcript: 'Transcripción',
  transcriptStates: {
    none: 'RingCentral no hace transcripciones para esta cuenta.',
    waiting: 'RingCentral lo está transcribiendo. Aparece aquí cuando esté listo.',
    failed: 'RingCentral no pudo transcribir este mensaje.',
    partial: 'RingCentral transcribió solo una parte.',
  },
  noAudio: 'RingCentral no conserva la grabación de este mensaje de voz.',
  markRead: 'Marcar como escuchado',
  markUnread: 'Marcar como nuevo',
  openPerson: 'Todo con esta persona',
  noTranscript: 'Sin transcripción',
};
