import { fullHour } from '../hours.ts';
import { plural } from '../plural.ts';
import type { Words } from '../words.ts';
import { withArticle } from './article.ts';

const texts = (count: number): string => plural(count, 'mensaje', 'mensajes');

export const separate: Words['separate'] = {
  title: 'Un mensaje a cada persona',
  choice: 'Enviar como',
  group: 'Un mensaje de grupo',
  groupAdvice: (most) =>
    `Un mensaje de grupo admite ${most} personas como máximo, y todas ven cada respuesta.`,
  each: 'Un mensaje aparte a cada persona',
  eachAdvice:
    'Los mensajes aparte se escriben para una sola persona, y las respuestas le llegan solo a usted.',
  begin: 'Mensaje a cada persona…',
  beginFile: 'Mensaje a una lista de un archivo…',
  file: { dialog: 'Elija una lista de personas a quienes escribir', kind: 'Listas (CSV)' },
  rules:
    'Escriba a quienes esperan saber de usted: los operadores bloquean mensajes parecidos a muchas personas desde números sin registro para ello (10DLC), y la ley de EE. UU. exige consentimiento.',
  body: 'Qué decir',
  bodyPlaceholder: 'Hola, {first name|qué tal}…',
  fields: 'Insertar un campo',
  columns: 'Campos',
  numberColumn: 'Los números están en',
  column: (index) => `Columna ${index + 1}`,
  reading: 'Leyendo quién recibe un mensaje…',
  readAgain: 'Elegir otro archivo',
  beyond: (count, most) =>
    `Después de las primeras ${most}, ${plural(count, 'fila se omite', 'filas se omiten')}.`,
  preview: 'Lo que recibe cada persona',
  list: 'Personas',
  of: (index, count) => `${index} de ${count}`,
  previous: 'Persona anterior',
  next: 'Persona siguiente',
  text: (who) => `Mensaje para ${who}`,
  edited: 'Cambiado para esta persona',
  putBack: 'Volver a la plantilla',
  leaveOut: 'Omitir',
  takeIn: 'Incluir',
  unnamed: 'Sin nombre',
  line: (line) => `Fila ${line}`,
  added: (sentence) => `Se agrega abajo, por ser su primer mensaje a esa persona: ${sentence}`,
  quietChoice: 'Donde ahora es hora de silencio',
  get quietLater() {
    return `Esperar hasta ${withArticle(fullHour(8))} allí`;
  },
  quietNow: 'Enviar ahora de todos modos',
  quietCount: (count) =>
    `Está fuera de ${fullHour(8)} a ${fullHour(21)} para ${plural(count, 'persona', 'personas')}.`,
  goesAt: (when) => `Sale: ${when}`,
  state: {
    ready: 'Listo',
    later: 'Espera hasta la mañana allí',
    problem: 'No se puede enviar',
    out: 'Omitido',
  },
  summary: (ready, problems, out) =>
    [
      `${texts(ready)} por enviar`,
      problems > 0 && `${problems} con problemas`,
      out > 0 && plural(out, 'omitido', 'omitidos'),
    ]
      .filter(Boolean)
      .join(', '),
  segments: (count) => `${count} SMS`,
  cost: (amount) => `aprox. ${amount}`,
  sendAll: (count) => `Enviar ${texts(count)}`,
  nothingReady: 'Aún no hay mensajes por enviar',
  firstProblem: 'Siguiente problema',
  noBody: 'Escriba primero el mensaje.',
  close: 'Listo',
  batch: {
    title: 'Mensajes aparte',
    running: (done, total) => `${done} de ${texts(total)} en camino…`,
    done: (total) =>
      total === 1 ? '1 mensaje en camino' : `${texts(total)} en camino, uno tras otro`,
    cutOff: (waiting) =>
      `${plural(waiting, 'mensaje no se envió', 'mensajes no se enviaron')} antes de que Sidetone se cerrara`,
    cutOffAdvice: 'Ninguno de ellos salió. Envíe el resto o descártelo.',
    stopped: (waiting) => `${texts(waiting)} aún por enviar`,
    refused: (count) => plural(count, 'mensaje rechazado', 'mensajes rechazados'),
    refusedAdvice: 'Se conservan aquí hasta que los envíe de nuevo o los descarte.',
    rest: 'Enviar el resto',
    again: 'Reintentar los rechazados',
    drop: 'Descartarlos',
    dropQuestion: (count) => `¿Descartar ${texts(count)}?`,
    dropAdvice: 'No saldrán, y lo que dicen se perderá para siempre.',
    keep: 'Conservarlos',
    dismiss: 'Ocultar',
    to: (who) => `Para ${who}`,
  },
};
