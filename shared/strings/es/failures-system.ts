import type { systemFailures as english } from '../en/failures-system.ts';
import { permissionName } from '../permissions.ts';
import { says } from '../sentence.ts';
import { withArticle } from './article.ts';

const broken = ({ incidentId }: { readonly incidentId: string | undefined }) => ({
  title: 'Algo falló en Sidetone',
  advice: incidentId
    ? `Reintente. Si sigue pasando, informe del incidente ${incidentId}.`
    : 'Reintente. Si sigue pasando, cierre y abra Sidetone.',
});

export const systemFailures: typeof english = {
  'network.offline': says(
    'No se puede conectar con RingCentral',
    'Revise su conexión de red y reintente.',
  ),
  'network.timeout': says('RingCentral no respondió a tiempo', 'Reintente en un momento.'),
  'network.not-ringcentral': says(
    'Lo que respondió no era RingCentral',
    'Revise la dirección del servidor, y si hay en medio una página de acceso a Wi-Fi.',
  ),
  'network.certificate': says(
    'No se pudo confiar en la conexión',
    'No se acepta el certificado del servidor. Revise el reloj de esta computadora y si hay un proxy en medio.',
  ),
  'push.refused': says(
    'RingCentral no envía novedades en vivo',
    'Sidetone las pide con más frecuencia.',
  ),
  'server.unavailable': says('RingCentral no responde', 'Reintente en un momento.'),
  'server.maintenance': says('RingCentral está en mantenimiento', 'Reintente en un rato.'),
  'server.error': says('RingCentral tuvo un problema', 'Reintente en un momento.'),
  'server.refused': ({ code, text }) => ({
    title: 'RingCentral rechazó esto',
    advice: text('serverMessage')
      ? `Dice “${text('serverMessage')}” (${code}). Consulte a su administrador de RingCentral.`
      : `Su motivo es ${code}. Consulte a su administrador de RingCentral.`,
  }),
  'rate.limited': ({ time }) => {
    const resumes = time('resumesAt');
    return {
      title: 'RingCentral pidió una pausa',
      advice: resumes
        ? `Sidetone continúa a ${withArticle(resumes)}.`
        : 'Sidetone continúa en un minuto.',
    };
  },
  'permission.app-missing': ({ text }) => ({
    title: 'A su aplicación de RingCentral le falta un permiso',
    advice: text('permission')
      ? `Agréguele “${permissionName(text('permission'))}” en la consola de desarrolladores de RingCentral e inicie sesión de nuevo.`
      : 'Diagnóstico muestra cuál. Agréguelo en la consola de desarrolladores de RingCentral.',
  }),
  'permission.user-missing': ({ text }) => ({
    title: 'Le falta un permiso en RingCentral',
    advice: text('permission')
      ? `Pida a su administrador de RingCentral “${permissionName(text('permission'))}”.`
      : 'Diagnóstico muestra cuál. Pídalo a su administrador de RingCentral.',
  }),
  'not-found': says('Eso ya no está aquí', 'Quizá se eliminó.'),

  'archive.locked': says('Otro programa está usando la base de datos', 'Ciérrelo y reintente.'),
  'archive.full': says('El disco está lleno', 'Libere espacio y reintente.'),
  'archive.failed': says(
    'No se pudo leer o escribir la base de datos',
    'Revise el disco y reintente.',
  ),
  'archive.newer': says(
    'Esta base de datos la escribió un Sidetone más nuevo',
    'Actualice Sidetone para abrirla; no se cambió nada.',
  ),
  'archive.not-updated': says(
    'No se pudo actualizar la base de datos a esta versión',
    'Está como antes de la actualización. Instale la versión que tenía, o una más nueva.',
  ),
  'update.not-here': says(
    'Esta copia de Sidetone no se actualiza por sí sola',
    'No vino de su instalador. Actualícela como la instaló.',
  ),
  'update.not-reached': says(
    'No se pudo buscar una versión más nueva',
    'Revise su conexión a internet y reintente.',
  ),
  'update.none-ready': says('No hay ninguna actualización lista', 'Busque una primero.'),
  'update.busy-call': says('Hay una llamada en curso', 'Actualice Sidetone cuando termine.'),
  'update.busy-texts': says('Están saliendo mensajes', 'Actualice Sidetone cuando hayan salido.'),
  'settings.locked': says(
    'Esto lo fijó su administrador',
    'No se puede cambiar aquí. Consulte a quien administra esta computadora.',
  ),
  'settings.file-not-written': says(
    'No se pudo escribir ahí la configuración',
    'Elija otra carpeta o libere espacio en el disco.',
  ),
  'settings.file-unreadable': says(
    'Ese no es un archivo de configuración',
    'Elija un archivo que haya exportado Sidetone.',
  ),
  'settings.file-gone': says(
    'Ese archivo ya no está abierto',
    'Elíjalo de nuevo; no se ha cambiado nada.',
  ),
  'settings.not-saved': says('No se pudo guardar su elección', 'Revise el disco y reintente.'),

  'bridge.unknown-call': broken,
  'bridge.invalid-input': says(
    'No se pudo aceptar tal como está',
    'Quizá es demasiado largo. Acórtelo y reintente.',
  ),
  'bridge.too-large': says('Es demasiado a la vez', 'Acórtelo y reintente.'),
  'bridge.foreign-sender': broken,
  unsupported: says('Esto no es posible aquí', 'Sidetone no puede hacerlo con esta cuenta.'),
  internal: broken,
};
