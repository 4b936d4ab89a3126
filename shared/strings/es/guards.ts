import { fullHour } from '../hours.ts';
import { plural } from '../plural.ts';
import type { Words } from '../words.ts';
import { withArticle } from './article.ts';

export const guards: Words['guards'] = {
  localTime: {
    theirs: (time) => `${time}, su hora local`,
    perhaps: (time) => `Quizá ${time}, su hora local`,
    early: 'temprano allí',
    late: 'tarde allí',
    chosen: 'Usted indicó dónde está.',
    area: 'Según la zona del número; la gente se muda con su número.',
    several: 'La zona tiene varios husos horarios. Este es el menos conveniente para llamar.',
    label: 'Hora local',
  },
  ask: {
    short: (who) =>
      who === ''
        ? 'Es un número corto. ¿Llamar de todos modos?'
        : `${who} es un número corto. ¿Llamar de todos modos?`,
    shortAdvice: 'Puede ser un servicio con costo extra.',
    premium: 'Llamar a ese número puede tener costo extra. ¿Llamar de todos modos?',
    premiumAdvice: 'Es un número de tarifa especial, de costo compartido o satelital.',
    doNotCall: (who) => `${who} está en su lista de no llamar. ¿Llamar de todos modos?`,
    quietHours: (who) => `¿Llamar ahora a ${who}?`,
    get quietHoursAdvice() {
      return `Las llamadas son bienvenidas de ${fullHour(8)} a ${fullHour(21)}.`;
    },
    alreadyPlacing: 'Hay otra llamada en proceso. ¿Hacer también esta?',
    alreadyPlacingAdvice: 'Su teléfono suena por las dos.',
    reason: 'Motivo (se guarda con la llamada)',
    quickReasons: 'Motivos rápidos',
    reasons: ['Me pidió que llamara', 'Hora acordada'],
    yes: 'Llamar de todos modos',
    no: 'Ahora no',
  },
  decided: {
    title: 'Decidido antes de la llamada',
    inSpite: (of) => `Se llamó a pesar de: ${of}`,
    questions: {
      short: 'número corto',
      premium: 'costo extra',
      'do-not-call': 'lista de no llamar',
      'quiet-hours': 'horas de silencio',
      'already-placing': 'otra llamada',
    },
    there: (time) => `allí ${/^\d/.test(time) ? 'eran ' : ''}${withArticle(time)}`,
  },
  doNotCall: {
    title: 'No llamar',
    about:
      'Sidetone pregunta antes de llamar a uno de estos números. La lista es solo suya y queda en esta computadora. Se conserva al borrar a una persona: olvidarla anularía lo que pidió.',
    numbers: 'Números, uno por línea',
    reason: 'Motivo (opcional)',
    add: 'Agregar a la lista',
    added: (count) =>
      count === 0
        ? 'Todos estaban ya en la lista.'
        : `${plural(count, 'número agregado', 'números agregados')}.`,
    empty: 'No hay números en la lista.',
    list: 'Números a los que no llama',
    remove: 'Quitar',
    removeOf: (who) => `Quitar a ${who} de la lista de no llamar`,
    more: 'Mostrar más',
    on: 'En su lista de no llamar',
    put: 'Agregar a la lista de no llamar',
    takeOff: 'Quitar de la lista',
    since: (when) => `desde ${when}`,
  },
  zone: {
    title: 'Zona horaria',
    field: 'Dónde está',
    byArea: 'Según su número',
    hint: 'Se usa para la hora que se muestra antes de llamar.',
    none: 'Ninguna zona se llama así.',
    set: 'Elegir',
    change: 'Cambiar',
    cancel: 'Cancelar',
    back: 'Usar la zona del número',
  },
};
