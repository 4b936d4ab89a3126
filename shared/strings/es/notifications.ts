import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

export const notifications: Words['notifications'] = {
  someone: 'Alguien',
  extension: (number) => `Extensión ${number}`,
  others: (names, count) => `${names} +${count}`,
  hidden: {
    text: (count) => (count === 1 ? 'Mensaje nuevo' : `${count} mensajes nuevos`),
    call: (count) => (count === 1 ? 'Llamada perdida' : `${count} llamadas perdidas`),
    voicemail: 'Mensaje de voz nuevo',
    body: 'Abra Sidetone para ver más.',
  },
  text: {
    title: (who, count) => (count === 1 ? who : `${who} (${count} nuevos)`),
    said: (who, text) => `${who}: ${text}`,
    files: (count) => (count === 1 ? 'Envió un archivo' : `Envió ${count} archivos`),
    empty: 'Un mensaje vacío',
  },
  call: {
    title: (who, count) =>
      count === 1 ? `Llamada perdida: ${who}` : `${count} llamadas perdidas: ${who}`,
    body: 'Nadie contestó.',
  },
  voicemail: {
    title: (who) => `Mensaje de voz: ${who}`,
    seconds: (seconds) => `Dura ${plural(seconds, 'segundo', 'segundos')}`,
    body: 'Se puede escuchar en Sidetone.',
  },
  away: {
    title: 'Mientras no estaba',
    text: (count) => plural(count, 'mensaje', 'mensajes'),
    call: (count) => plural(count, 'llamada perdida', 'llamadas perdidas'),
    voicemail: (count) => plural(count, 'mensaje de voz', 'mensajes de voz'),
    join: (parts) => parts.join(', '),
  },
  test: {
    title: 'María Ejemplo',
    body: 'Así se ve un mensaje nuevo.',
  },
  actions: {
    reply: 'Responder',
    replyPlaceholder: 'Escriba una respuesta',
    callBack: 'Devolver llamada',
    markRead: 'Marcar como leído',
    text: 'Responder con mensaje',
  },
  quiet: {
    title: 'No molestar',
    off: 'Notificaciones activadas',
    on: 'Notificaciones desactivadas',
    until: (when) => `En silencio hasta ${when}`,
    tomorrowAt: (time) => `mañana ${time}`,
    untilOff: 'En silencio hasta que lo desactive',
    server: 'En silencio: No molestar está activado en RingCentral',
    serverAdvice: 'Se activó en RingCentral, y se desactiva ahí.',
    menu: 'No molestar',
    halfHour: 'Por 30 minutos',
    hour: 'Por 1 hora',
    tomorrow: (time) => `Hasta mañana ${time}`,
    always: 'Hasta que lo desactive',
    end: 'Activar notificaciones',
    failed: 'No se pudo cambiar',
  },
  settings: {
    title: 'Notificaciones',
    texts: 'Mensajes',
    textsAdvice: 'Cada conversación tiene una notificación, que cuenta lo nuevo en ella.',
    missedCalls: 'Llamadas perdidas',
    missedCallsAdvice: 'También las que pasaron al buzón de voz sin mensaje.',
    voicemails: 'Mensajes de voz',
    voicemailsAdvice: 'En cuanto le han dejado un mensaje.',
    hide: 'Nombres y palabras',
    hideAdvice:
      'Si se ocultan, una notificación no muestra nombres ni texto, para que nadie los lea de paso.',
    shown: 'Mostrar',
    hiddenChoice: 'Ocultar',
    sound: 'Sonido',
    soundAdvice: 'El sistema decide cuál es.',
    repeat: 'Avisar de nuevo',
    repeatAdvice:
      'De lo que siga sin leer se avisa otra vez pasado este tiempo, hasta que lo haya leído.',
    never: 'Nunca',
    minutes: (count) => `Cada ${plural(count, 'minuto', 'minutos')}`,
    on: 'Activado',
    off: 'Desactivado',
    test: 'Mostrar una notificación de prueba',
    testAdvice:
      '¿No ve nada? Quizá su sistema tenga desactivadas las notificaciones de Sidetone o esté en su propio modo No molestar.',
  },
};
