import { fileSize } from '../file-size.ts';
import { advises, countOf, createFindingWords, serverOf } from '../findings.ts';
import { locale } from '../language.ts';
import { lengthOfMinutes } from '../length.ts';
import { permissionName } from '../permissions.ts';
import { plural } from '../plural.ts';
import { withArticle } from './article.ts';
import { diagnostics } from './diagnostics.ts';

const { methods } = diagnostics;
const everyTwentySeconds = 'Sidetone busca novedades cada 20 segundos';

export const findingWords = createFindingWords({
  'credentials.present': (values) => {
    const method = values.text('method') ?? '';
    const how = Object.hasOwn(methods, method) ? methods[method as keyof typeof methods] : method;
    return `Sesión iniciada con ${how} en ${serverOf(values)}`;
  },
  'credentials.demo': () => 'La cuenta de demostración, que funciona en esta computadora',
  'credentials.missing': advises(
    'Nadie ha iniciado sesión',
    'Inicie sesión para llamar y enviar mensajes.',
  ),

  'server.reached': (values) =>
    `${serverOf(values)} respondió en ${countOf(values, 'ms').toLocaleString(locale())} ms`,
  'server.away': (values) => ({
    title: `${serverOf(values)} no respondió`,
    advice:
      'Revise su conexión de red. Si otros sitios funcionan, RingCentral puede estar fuera de servicio.',
  }),
  'server.foreign': (values) => ({
    title: `Respondió otra cosa en lugar de ${serverOf(values)}`,
    advice:
      'Puede haber en medio una página de acceso a Wi-Fi o un proxy. Abra una página en su navegador para verlo.',
  }),

  'clock.right': () => 'El reloj de esta computadora coincide con el de RingCentral',
  'clock.off': (values) => ({
    title: `El reloj de esta computadora está ${
      countOf(values, 'ahead') === 1 ? 'adelantado' : 'atrasado'
    } ${lengthOfMinutes(countOf(values, 'minutes'))}`,
    advice:
      'Póngalo en hora en la configuración del sistema: el inicio de sesión y el orden de los mensajes dependen de él.',
  }),
  'clock.unknown': advises(
    'RingCentral aún no ha dicho la hora',
    'Revise de nuevo cuando el servidor esté disponible.',
  ),

  'token.valid': () => 'RingCentral acepta su inicio de sesión',
  'token.refused': advises(
    'RingCentral ya no acepta su inicio de sesión',
    'Inicie sesión de nuevo. Los mensajes en espera salen después.',
  ),
  'token.unknown': advises(
    'No se sabe si RingCentral acepta su inicio de sesión',
    'Revise de nuevo cuando el servidor esté disponible.',
  ),

  'app-permissions.all': () =>
    'Su aplicación de RingCentral tiene todos los permisos que usa Sidetone',
  'app-permissions.some': (values) => ({
    title: `A su aplicación de RingCentral le ${lacks(countOf(values, 'count'))}`,
    advice:
      'Agregue lo que falta a la aplicación en la consola de desarrolladores de RingCentral e inicie sesión de nuevo.',
  }),
  'app-permissions.unknown': advises(
    'RingCentral no ha dicho qué puede hacer su aplicación',
    'Lo que no pueda hacer se verá al usarla.',
  ),
  'user-permissions.all': () => 'Usted tiene todos los permisos que usa Sidetone',
  'user-permissions.some': (values) => ({
    title: `Le ${lacks(countOf(values, 'count'))}`,
    advice: 'Pida a su administrador de RingCentral que agregue a su rol lo que falta.',
  }),
  'user-permissions.unknown': advises(
    'RingCentral no ha dicho qué puede hacer usted',
    'Lo que no pueda hacer se verá cuando lo intente.',
  ),

  'text-number.able': (values) => {
    const others = countOf(values, 'count') - 1;
    const more = others > 0 ? ` y ${plural(others, 'número más', 'números más')}` : '';
    const end = /\d+$/.exec(values.text('number') ?? '')?.[0];
    const own = end === undefined ? 'Su número' : `Su número terminado en ${end}`;
    return `${own}${more} ${others > 0 ? 'pueden' : 'puede'} enviar mensajes`;
  },
  'text-number.none': ({ text }) => ({
    title: 'Ninguno de sus números puede enviar mensajes',
    advice: text('code')
      ? `RingCentral se negó a listar sus números con ${text('code')}. Consulte a su administrador de RingCentral.`
      : 'Pida a su administrador de RingCentral un número con mensajes, y pregunte si está registrado.',
  }),

  'phone.ready': ({ text }) => `RingCentral hace sonar primero ${text('label') ?? 'su teléfono'}`,
  'phone.offline': ({ text }) => ({
    title: `${text('label') ?? 'Su teléfono'} está sin conexión`,
    advice: 'Enciéndalo o elija otro teléfono para llamar.',
  }),
  'phone.none': advises(
    'No se puede hacer sonar ningún teléfono suyo',
    'Agregue un teléfono o un número de desvío en su cuenta de RingCentral.',
  ),

  'rate-budget.free': () => 'Hay lugar para más solicitudes',
  'rate-budget.low': advises(
    'Se usó la mayoría de las solicitudes de este minuto',
    'No hay nada que hacer: se liberan en menos de un minuto. Quizá otro programa también use esta cuenta.',
  ),
  'rate-budget.paused': advises(
    'RingCentral pidió a Sidetone una pausa',
    'No hay nada que hacer: Sidetone continúa por sí solo. Quizá otro programa también use esta cuenta.',
  ),

  'push.connected': ({ time }) => {
    const since = time('sinceAt');
    return `RingCentral avisa de inmediato de mensajes y llamadas nuevos${since ? `, desde ${withArticle(since)}` : ''}`;
  },
  'push.waiting': ({ time }) => {
    const retry = time('retryAt');
    return retry
      ? {
          title: 'Se interrumpieron las actualizaciones en vivo de RingCentral',
          advice: `El próximo intento es a ${withArticle(retry)}. Hasta entonces ${everyTwentySeconds}.`,
        }
      : {
          title: 'Conectando las actualizaciones en vivo de RingCentral',
          advice: 'Revise de nuevo en un momento.',
        };
  },
  'push.refused': ({ text }) => ({
    title: 'RingCentral no envía actualizaciones en vivo',
    advice: text('permission')
      ? `Agregue “${permissionName(text('permission'))}” a la aplicación en la consola de desarrolladores de RingCentral. Hasta entonces ${everyTwentySeconds}.`
      : `No se pierde nada: ${everyTwentySeconds}.`,
  }),
  'push.off': advises(
    'Las actualizaciones en vivo de RingCentral no están en uso',
    `No se pierde nada: ${everyTwentySeconds}.`,
  ),

  'sync.current': () => 'Mensajes, llamadas y contactos están al día',
  'sync.behind': (values) => ({
    title: 'No todo está al día',
    advice:
      countOf(values, 'forbidden') > 0
        ? 'Agregue los permisos que faltan arriba. Con lo demás Sidetone se pone al día por sí solo.'
        : 'Reintente ahora o espere: Sidetone se pone al día en cuanto RingCentral responda.',
  }),
  'sync.never': advises(
    'Aún no se ha leído nada de RingCentral',
    'Espere un minuto después de iniciar sesión y vuelva a intentarlo.',
  ),

  'archive.healthy': (values) => {
    const calls = plural(countOf(values, 'calls'), 'llamada', 'llamadas');
    const texts = plural(countOf(values, 'texts'), 'mensaje', 'mensajes');
    return `${calls} y ${texts}, ${fileSize(countOf(values, 'sizeBytes'))}`;
  },
  'archive.quarantined': (values) => ({
    title: plural(
      countOf(values, 'count'),
      'registro no se pudo leer y se apartó',
      'registros no se pudieron leer y se apartaron',
    ),
    advice:
      'El resto está completo, y la próxima versión de Sidetone los intenta de nuevo. Copie el informe y envíelo a soporte.',
  }),
  'archive.damaged': advises(
    'No se puede leer la base de datos',
    'Revise el disco y cierre y abra Sidetone. Un archivo dañado se conserva, y se empieza uno nuevo.',
  ),

  'key-ring.os': () => 'Su inicio de sesión se guarda en el llavero de esta computadora',
  'key-ring.session-only': advises(
    'Esta computadora no tiene un llavero que se pueda usar',
    'Deberá iniciar sesión cada vez que cierre Sidetone. Desbloquee o instale uno (GNOME Keyring, KWallet) para mantener la sesión.',
  ),
  'key-ring.weak': advises(
    'Su inicio de sesión se guarda en esta computadora, solo disimulado',
    'Quien pueda leer sus archivos podría usarlo. Instale un llavero (GNOME Keyring, KWallet).',
  ),

  'tel-handler.sidetone': () => 'Los números de otros programas se abren en Sidetone',
  'tel-handler.other': advises(
    'Los números de otros programas se abren en otra parte',
    'Elija Sidetone para ellos en Configuración, Enlaces telefónicos.',
  ),
  'tel-handler.none': advises(
    'Ningún programa abre los números de teléfono',
    'Elija Sidetone para ellos en Configuración, Enlaces telefónicos.',
  ),
  'tel-handler.unknown': advises(
    'No se sabe qué programa abre los números de teléfono',
    'Busque “tel” en las aplicaciones predeterminadas del sistema, o en Configuración, Enlaces telefónicos.',
  ),

  'local-api.off': () => 'Otros programas no se pueden conectar',
  'local-api.open': (values) =>
    `Otros programas se conectan por el puerto ${countOf(values, 'port')}`,
  'local-api.failed': (values) => ({
    title: `Otros programas no se pueden conectar: el puerto ${countOf(values, 'port')} no está libre`,
    advice: 'Elija otro puerto en Configuración, Otros programas, o cierre el programa que lo usa.',
  }),

  skipped: advises('Primero debe funcionar otra cosa', 'Corríjala y revise de nuevo.'),
});

function lacks(count: number): string {
  return `${count === 1 ? 'falta' : 'faltan'} ${plural(count, 'permiso', 'permisos')}`;
}
