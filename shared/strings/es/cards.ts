import type { Words } from '../words.ts';
import { withArticle } from './article.ts';

export const cards: Words['cards'] = {
  from: {
    link: 'De un enlace',
    clipboard: 'Del portapapeles',
    selection: 'Del texto seleccionado',
    'command-line': 'De la línea de comandos',
    notification: 'De una notificación',
    tray: 'De la bandeja',
    program: 'De otro programa',
  },
  askedBy: (program) => `Lo pide ${program}`,
  incoming: 'Llamada entrante',
  missed: 'Llamada perdida',
  placed: 'Su llamada',
  call: (who) => `¿Llamar a ${who}?`,
  text: (who) => `¿Enviar mensaje a ${who}?`,
  groupTitle: (count) => `Mensaje a ${count} personas`,
  refused: (who) => `No se llama a ${who}`,
  close: (who) => `Quitar ${who}`,
  cautions: {
    short: 'Un número corto, que puede tener costo extra',
    premium: 'La llamada puede tener costo extra',
    'do-not-call': 'En su lista de no llamar',
    'already-placing': 'Hay otra llamada en proceso',
  },
  keyIn: (digits) => `Luego marque ${digits}`,
  body: 'Texto del enlace',
  group: 'Escribirles',
  dismiss: 'Ocultar',
  enter: 'Intro',
  escape: 'Esc',
  copied: 'Copiado',
  repeats: (count) => `Se pidió ${count} veces`,
  flood: (count) => `Llegaron al menos ${count} enlaces seguidos`,
  floodAdvice: 'Quizá una página lo hace por sí sola. Ninguno ha llamado a nadie.',
  silence: 'No mostrar tarjetas de enlaces durante 10 minutos',
  silent: (time) => `Sin tarjetas de enlaces hasta ${withArticle(time)}`,
  silentCount: (count) =>
    count === 1 ? 'Ha llegado uno desde entonces.' : `Han llegado ${count} desde entonces.`,
  endSilence: 'Volver a mostrarlas',
  hidden: (count) => (count === 1 ? 'Una más abajo' : `${count} más abajo`),
  atOnce: {
    title: 'Clics en enlaces telefónicos',
    label: 'Un clic en un número',
    advice:
      'Los números por los que Sidetone pregunta, y varios enlaces a la vez, muestran una tarjeta de todos modos.',
    off: 'Muestra primero una tarjeta',
    on: 'Llama siempre de inmediato',
  },
};
