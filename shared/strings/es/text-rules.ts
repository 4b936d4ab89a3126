import { fullHour } from '../hours.ts';
import type { Words } from '../words.ts';

export const textRules: Words['textRules'] = {
  closed: {
    label: 'Por qué no se puede escribir aquí',
    answered: (who, word, day) => `${who} respondió ${word}: ${day}.`,
    consents: (who, day) => `RingCentral registra que ${who} no quiere mensajes desde ${day}.`,
    delivery: (who, day) => `Se rechazó un mensaje a ${who} (${day}): había pedido no recibir más.`,
    user: (who, day) => `Usted anotó que ${who} no quiere mensajes (${day}).`,
    refuses:
      'RingCentral y los operadores rechazan los mensajes a esa persona. Puede enviar START para permitirlos de nuevo.',
    call: 'Llamar',
    callFirst: (who) => `Mejor llamar a ${who}`,
    anyway: 'Enviar de todos modos…',
    leaveOut: 'Omitir a esas personas',
    reason: 'Por qué escribe de todos modos (queda en el registro de actividad)',
    reasonMissing: 'Primero diga por qué.',
    reasons: ['Me pidió que escribiera', 'Aceptó por escrito'],
    open: 'Escribir el mensaje',
    back: 'Ahora no',
    opened: 'Pidió no recibir mensajes. Su motivo se guarda con el mensaje.',
    serviceTitle: 'No se puede responder a este remitente',
    serviceAdvice: 'Aquí escribió un servicio o un número oculto. No acepta respuestas.',
  },
  ask: {
    optedOut: (who) => `${who} pidió no recibir más mensajes. ¿Enviarlo de todos modos?`,
    optedOutAdvice: 'Lo más probable es que RingCentral y los operadores lo rechacen.',
    doNotCall: (who) => `${who} está en su lista de no llamar. ¿Escribirle de todos modos?`,
    quietHours: (who) => `¿Escribir ahora a ${who}?`,
    get quietHoursAdvice() {
      return `Los mensajes son bienvenidos de ${fullHour(8)} a ${fullHour(21)}, hora del destinatario.`;
    },
    reason: 'Motivo (se guarda con el mensaje)',
    reasonNeeded: 'Motivo (obligatorio, se guarda con el mensaje)',
    quickReasons: 'Motivos rápidos',
    reasons: ['Me pidió que escribiera', 'Hora acordada'],
    yes: 'Enviar de todos modos',
    no: 'Ahora no',
    them: 'estas personas',
  },
  quiet: {
    sendAt: (time) => `Enviar: ${time}, su hora local`,
    sendTomorrow: (time) => `Enviar mañana: ${time}, su hora local`,
    sendBrief: (time) => `${time} allí`,
    now: 'Enviar ahora',
    of: (who) => `Fuera del horario de ${who}`,
    buttons: 'Cuándo enviar',
  },
  notes: {
    doNotCall: (who) => `${who} está en su lista de no llamar.`,
    first: (sentence) => `Primer mensaje a esta persona: debajo se agrega “${sentence}”.`,
  },
  settings: {
    title: 'Reglas de los mensajes',
    get quiet() {
      return `Preguntar antes de enviar fuera de ${fullHour(8)} a ${fullHour(21)}, hora del destinatario`;
    },
    quietAdvice:
      'El botón Enviar ofrece entonces esperar hasta la mañana allí. Dónde está alguien sale de lo que usted indicó o, si no, de la zona de su número.',
    on: 'Activado',
    off: 'Desactivado',
    first: 'Se agrega al primer mensaje a un número nuevo',
    firstPlaceholder: 'Responda STOP para no recibir más.',
    firstAdvice:
      'Solo donde nunca ha salido un mensaje de su número al suyo. Cuenta para la longitud. Déjelo vacío para no agregar nada.',
    save: 'Guardar',
    saved: 'Guardado.',
    stopTitle: 'Respuestas que terminan los mensajes',
    stopAdvice: (words) =>
      `Un mensaje con una sola de estas palabras termina sus mensajes a ese número: ${words}. Los operadores también las atienden; no importan mayúsculas, comillas ni puntos. Sus propias palabras:`,
    startAdvice: (words) => `${words} los permiten de nuevo.`,
    stopWords: {
      rename: (word) => `Cambiar ${word}`,
      remove: (word) => `Quitar ${word}`,
      up: (word) => `Subir ${word}`,
      down: (word) => `Bajar ${word}`,
      upHint: 'Subir',
      downHint: 'Bajar',
      removeHint: 'Quitar',
      new: 'Otra palabra',
      add: 'Agregar',
      twice: 'Esa palabra ya está.',
      none: 'Ninguna propia aún.',
      full: (most) => `En la lista caben ${most} palabras.`,
      moved: (word, place, of) => `${word} está ahora en el lugar ${place} de ${of}.`,
    },
    stopOneWord:
      'Solo las palabras sueltas terminan los mensajes. Se omitieron las respuestas más largas.',
  },
  optOuts: {
    title: 'Quién no quiere mensajes',
    about:
      'Anotado por sus respuestas, por los registros de consentimiento de RingCentral si su cuenta los tiene, y por mensajes rechazados. Cuando se borra a una persona, aquí queda solo una huella del número, para seguir respetando su deseo.',
    list: 'Números que no quieren mensajes',
    empty: 'Nadie ha pedido no recibir más mensajes.',
    from: (own) => `de ${own}`,
    fromAll: 'de todos sus números',
    how: {
      answer: (word) => `respondió ${word}`,
      consents: 'registros de RingCentral',
      delivery: 'se rechazó un mensaje',
      user: 'anotado por usted',
    },
    lift: 'Permitir mensajes…',
    liftOf: (who) => `Permitir de nuevo mensajes a ${who}`,
    reason: 'Por qué (queda en el registro de actividad)',
    reasonMissing: 'Primero diga por qué.',
    allow: 'Permitir mensajes',
    cancel: 'Cancelar',
    number: 'Número',
    own: 'De',
    allOwn: 'Todos mis números',
    add: 'Anotar',
    added: 'Anotado.',
    more: 'Mostrar más',
    invalid: 'Eso no es un número de teléfono.',
  },
};
