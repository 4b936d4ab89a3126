import { plural } from '../plural.ts';
import type { Words } from '../words.ts';
import { withArticle } from './article.ts';

const willGo = (count: number): string => plural(count, 'mensaje saldrá', 'mensajes saldrán');

export const sending: Words['sending'] = {
  held: (seconds) => `Retenido ${seconds} s`,
  waitsForTurn: 'Espera al mensaje anterior',
  waitsForRetry: (time) => `RingCentral no pudo recibirlo, próximo intento: ${time}`,
  waitsForNetwork: 'Sale cuando vuelva la red',
  waitsForSignIn: 'Sale cuando inicie sesión',
  waitsForPause: (time) => `Sale cuando RingCentral acepte mensajes de nuevo: ${time}`,
  undo: 'Deshacer',
  undoKeys: (keys) => `Deshacer envío (${keys})`,
  takeBack: 'Recuperar',
  takenBack: 'Recuperado. El mensaje está otra vez en el editor.',
  heldAloud: (seconds) =>
    `Se envía en ${plural(seconds, 'segundo', 'segundos')}. Control Mayús Z lo recupera.`,
  letGo: 'Enviando.',
  discarded: 'Se descartó el mensaje.',
  sendNow: 'Enviar ahora',

  offline: (count) => `${willGo(count)} cuando vuelva la red.`,
  signedOut: (count) => `${willGo(count)} cuando inicie sesión de nuevo.`,
  paused: (count, time) =>
    `RingCentral no acepta mensajes por el momento. ${willGo(count)} desde ${withArticle(time)}.`,

  kept: (count) =>
    count === 1 ? 'Un mensaje aún no ha salido' : `${count} mensajes aún no han salido`,
  keptBecause:
    'Sidetone conserva lo que estaba retenido. Sale si Sidetone se abre de nuevo antes de diez minutos; después, Sidetone pregunta primero.',
  notSent: (count) => (count === 1 ? 'Un mensaje no se envió' : `${count} mensajes no se enviaron`),
  askedBecause: {
    missed: 'Su hora pasó mientras Sidetone no podía enviar. Elija qué hacer con él.',
    refused: 'No pudo salir a su hora. Elija qué hacer con él.',
  },

  later: 'Enviar después…',
  laterTitle: 'Cuándo enviarlo',
  inAnHour: 'En una hora',
  thisEvening: 'Esta noche',
  tomorrow: 'Mañana',
  monday: 'Lunes',
  another: 'Otra hora',
  otherTitle: 'Enviar a otra hora',
  day: 'Día',
  time: 'Hora',
  theirTime: (zone) => `Hora del destinatario (${zone})`,
  callOff: 'Cancelarlo si responden antes',
  schedule: 'Programar',
  cancel: 'Cancelar',
  pickTime: 'Elija un día y una hora que aún no hayan pasado.',
  goesAt: (time) => `Sale: ${time}`,
  goesAtTheirs: (time, theirs) => `Sale: ${time} (${theirs}, su hora local)`,
  calledOffByAnswer: 'Se cancela si responden antes',
  scheduledTitle: 'Mensajes programados',
  scheduledCount: (count) => plural(count, 'mensaje programado', 'mensajes programados'),
  asking: (count) => `${count} por decidir`,
  noneScheduled: 'No hay mensajes programados',
  noneScheduledAdvice:
    'Junto a Enviar, “Enviar después…” guarda un mensaje hasta la hora que elija.',
  to: (name) => `Para ${name}`,
  open: 'Abrir conversación',
  back: 'Volver a las conversaciones',
  change: 'Cambiar',
  changeTitle: 'Cambiar el mensaje programado',
  text: 'Mensaje',
  save: 'Guardar',
  discard: 'Descartar',
  discardQuestion: '¿Descartar este mensaje?',
  discardAdvice: 'No saldrá, y lo que dice se perderá para siempre.',
  discardFilesAdvice: 'No saldrá, y se perderá para siempre con sus archivos.',
  keep: 'Conservar mensaje',
  newTime: 'Otra hora',
  of: (deed, text) => (text === '' ? deed : `${deed}: ${text.slice(0, 60)}`),
  state: {
    waiting: 'Programado',
    missed: 'No enviado: su hora pasó',
    answered: 'Cancelado: respondieron antes',
    refused: 'No enviado',
  },
  reason: {
    missed:
      'La computadora estaba suspendida, o Sidetone estaba cerrado o sin acceso a RingCentral.',
    answered: 'Le escribieron antes de su hora.',
  },
  sendAnyway: 'Presione “Enviar ahora” otra vez para enviarlo de todos modos.',
  was: (time) => `Estaba programado para: ${time}`,
  files: (count) => plural(count, 'archivo', 'archivos'),

  undoSeconds: 'Tiempo para recuperar un mensaje',
  undoSecondsHint:
    'Durante este tiempo un mensaje se retiene después de Enviar y se puede deshacer.',
  undoSecondsChoice: (seconds) =>
    seconds === 0 ? 'Ninguno' : plural(seconds, 'segundo', 'segundos'),
};
