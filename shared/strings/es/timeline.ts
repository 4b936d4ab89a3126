import type { Words } from '../words.ts';

export const timeline: Words['timeline'] = {
  label: (who) => `Todo con ${who}`,
  show: 'Qué mostrar',
  kinds: {
    all: 'Todo',
    call: 'Llamadas',
    text: 'Mensajes',
    voicemail: 'Mensajes de voz',
    note: 'Notas',
  },
  chip: (kind, count) => `${kind} ${count}`,
  empty: {
    all: 'Aún no hay nada. Aquí aparecen llamadas, mensajes, mensajes de voz y notas.',
    call: 'Aún no hay llamadas con esta persona.',
    text: 'Aún no hay mensajes con esta persona.',
    voicemail: 'Aún no hay mensajes de voz de esta persona.',
    note: 'Aún no hay notas sobre esta persona. Agregue arriba la primera.',
  },
  sharedBy: 'Número compartido con',
  openPerson: (who) => `Abrir ${who}`,
  call: (what, when) => `Llamada, ${what}, ${when}`,
  textIn: (who, text, when) => `${who}: ${text}, ${when}`,
  textOut: (text, status, when) => `Usted: ${text}, ${status}, ${when}`,
  voicemail: 'Mensaje de voz',
  voicemailSentence: (what, when) => `Mensaje de voz, ${what}, ${when}`,
  isNew: 'Nuevo',
  heard: 'Escuchado',
  play: { call: 'Reproducir grabación', voicemail: 'Reproducir mensaje de voz' },
  recording: (when) => `Grabación de la llamada, ${when}`,
  message: (when) => `Mensaje de voz, ${when}`,
  transcript: {
    waiting: 'La transcripción está en camino',
    partial: 'Solo se pudo transcribir una parte',
    failed: 'No se pudo transcribir',
  },
  attempt: {
    'call-refused': (text) =>
      text === undefined ? 'Llamada no realizada' : `Llamada a ${text} no realizada`,
    'text-discarded': (text) =>
      text === undefined ? 'Mensaje descartado' : `Mensaje descartado: ${text}`,
  },
};
