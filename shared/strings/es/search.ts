import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

export const search: Words['search'] = {
  title: 'Buscar',
  open: 'Buscar en todo',
  field: 'Buscar en todo',
  clear: 'Borrar búsqueda',
  kind: 'Tipo',
  kinds: {
    all: 'Todo',
    people: 'Personas',
    texts: 'Mensajes',
    calls: 'Llamadas',
    voicemails: 'Mensajes de voz',
    notes: 'Notas',
  },
  dated: 'Fecha',
  results: 'Resultados',
  found: (count, hasMore) =>
    hasMore ? `Más de ${count} resultados` : plural(count, 'resultado', 'resultados'),
  lookingBack: 'Buscando más atrás…',
  empty: 'Encuentre cualquier llamada, mensaje, mensaje de voz, nota o persona.',
  examples: 'Por ejemplo',
  example: [
    { text: 'avalúo', means: 'una palabra, o cualquier parte de ella' },
    { text: '555 0142', means: 'parte de un número, sin importar cómo se escriba' },
    { text: 'ada tasa', means: 'una palabra en su historial con alguien' },
  ],
  none: (text) => `No hay resultados para “${text}”.`,
  noneAdvice: 'Pruebe con menos letras, o solo los últimos cuatro dígitos de un número.',
  noneNarrowed: (text) => `No hay resultados para “${text}” con estos filtros.`,
  everything: 'Buscar en todos los tipos y fechas',
  typed: {
    call: (number) => `Llamar a ${number}`,
    text: (number) => `Enviar mensaje a ${number}`,
    detail: 'No está en sus contactos',
  },
  you: 'Usted: ',
  voicemail: 'Mensaje de voz',
  note: 'Nota',
  said: {
    person: (who, detail) => `${who}, ${detail}`,
    text: (who, when, text) => `Mensaje con ${who}, ${when}: ${text}`,
    call: (who, what, when) => `Llamada con ${who}, ${what}, ${when}`,
    voicemail: (who, when, text) => `Mensaje de voz de ${who}, ${when}: ${text}`,
    note: (who, when, text) => `Nota sobre ${who}, ${when}: ${text}`,
  },
};
