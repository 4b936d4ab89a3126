import type { sessionFailures as english } from '../en/failures-session.ts';
import { plural } from '../plural.ts';
import { says } from '../sentence.ts';

const askAdministrator = 'Consulte a su administrador de RingCentral.';

export const sessionFailures: typeof english = {
  'session.signed-out': says(
    'No ha iniciado sesión',
    'Inicie sesión para llamar y enviar mensajes.',
  ),
  'session.expired': says('Su sesión terminó', 'Inicie sesión de nuevo para continuar.'),
  'session.server-invalid': says(
    'Eso no es la dirección de un servidor',
    'Empieza con https:// y nombra un servidor.',
  ),
  'session.server-unknown': ({ text }) => ({
    title: text('host')
      ? `No se encontró ningún servidor llamado ${text('host')}`
      : 'No se encontró ese servidor',
    advice: 'Revise la dirección.',
  }),
  'session.server-insecure': says(
    'Esa dirección no está protegida',
    'Use https:// en lugar de http://; su inicio de sesión viajaría a la vista de todos.',
  ),
  'session.server-other': ({ text }) => ({
    title: `${text('host') || 'Este servidor'} no es de RingCentral`,
    advice: 'Inicie sesión ahí solo si su administrador le dio esta dirección.',
  }),
  'session.server-sandbox': says(
    'El sandbox de RingCentral ya no existe',
    'Use https://platform.ringcentral.com; allí las llamadas y los mensajes son reales.',
  ),
  'session.server-not-allowed': says(
    'Su administrador no permite ese servidor',
    'Use la dirección que le dio su administrador.',
  ),
  'session.client-refused': says(
    'RingCentral no conoce esta aplicación',
    'Revise el ID y el secreto de cliente, y que sean de este servidor.',
  ),
  'session.client-id-invalid': says(
    'Eso no es un ID de cliente',
    'Cópielo de la página de su aplicación en la consola de desarrolladores de RingCentral.',
  ),
  'session.other-app': says(
    'Esta credencial es de otra aplicación',
    'Use un JWT o código hecho para este ID de cliente.',
  ),
  'session.grant-not-allowed': says(
    'Esta aplicación no permite esta forma de iniciar sesión',
    'Permítala en los ajustes de seguridad de la aplicación, en la consola de desarrolladores de RingCentral, o inicie sesión de otra manera.',
  ),
  'session.redirect-mismatch': ({ text }) => ({
    title: 'RingCentral no sabe a dónde regresarle',
    advice: text('redirectUri')
      ? `Agregue ${text('redirectUri')} a las URI de redirección de su aplicación en la consola de desarrolladores de RingCentral, exactamente como está aquí.`
      : 'Agregue la URI de redirección de Sidetone a su aplicación en la consola de desarrolladores de RingCentral, letra por letra.',
  }),
  'session.consent-denied': says(
    'Usted no autorizó a Sidetone a iniciar sesión',
    'Nada ha cambiado. Si no era su intención, inicie sesión de nuevo y elija Authorize.',
  ),
  'session.code-expired': says(
    'El inicio de sesión tardó demasiado en volver',
    'Su código vale un minuto. Inicie sesión de nuevo.',
  ),
  'session.port-taken': ({ text }) => ({
    title: text('port')
      ? `Otro programa está usando el puerto ${text('port')}`
      : 'Otro programa está usando el puerto del inicio de sesión',
    advice: 'Ciérrelo, o elija otro puerto aquí y en la URI de redirección de su aplicación.',
  }),
  'session.browser-not-opened': says(
    'No se pudo abrir su navegador',
    'Copie la dirección y ábrala en un navegador de esta computadora.',
  ),
  'session.browser-timeout': ({ text }) => ({
    title: 'No llegó nada del navegador',
    advice: text('redirectUri')
      ? `Inicie sesión de nuevo. Si la página nombró una URI de redirección, agregue ${text('redirectUri')} a su aplicación en la consola de desarrolladores de RingCentral.`
      : 'Inicie sesión de nuevo. Si la página habló de una URI de redirección, a su aplicación le falta la de Sidetone.',
  }),
  'session.cancelled': says('Inicio de sesión cancelado', 'Nada ha cambiado.'),
  'session.already-signing-in': says(
    'Ya hay un inicio de sesión en curso',
    'Termínelo en el navegador, o cancélelo.',
  ),
  'session.still-signing-in': says(
    'Sidetone aún está iniciando sesión',
    'Reintente en un momento.',
  ),
  'session.password-ended': says(
    'RingCentral ya no acepta nombre de usuario y contraseña',
    'Dejó de hacerlo el 31 de marzo de 2024. Inicie sesión con su navegador o con un JWT.',
  ),
  'session.password-refused': says(
    'RingCentral rechazó este nombre de usuario y contraseña',
    'Inicie sesión con su navegador.',
  ),
  'session.clock-off': ({ number }) => ({
    title: number('minutes')
      ? `El reloj de esta computadora tiene ${plural(number('minutes') ?? 0, 'minuto', 'minutos')} de diferencia`
      : 'El reloj de esta computadora no está en hora',
    advice: 'Póngalo en hora e inicie sesión de nuevo.',
  }),
  'session.nothing-kept': says(
    'No hay ningún inicio de sesión guardado',
    'Escriba el ID de cliente de su aplicación e inicie sesión.',
  ),
  'session.archive-not-erased': says(
    'Se cerró la sesión, pero no se pudo borrar la base de datos',
    'Cierre otros programas que la usen y bórrela de la carpeta del perfil.',
  ),
  'import.nothing-found': says(
    'No se encontró configuración de RingCentral',
    'Necesita líneas que empiecen con RINGCENTRAL_, como RINGCENTRAL_CLIENT_ID.',
  ),
  'import.unreadable': says('Ese no es un archivo .env', 'Contiene líneas como NAME=value.'),
  'import.value-invalid': ({ text }) => ({
    title: text('variable') ? `No se puede usar ${text('variable')}` : 'No se puede usar un valor',
    advice: text('expected') ? `Debería ser: ${text('expected')}.` : 'Revíselo en el archivo.',
  }),
  'import.incomplete': ({ text }) => ({
    title: 'Falta algo necesario',
    advice: text('variable')
      ? `Agregue ${text('variable')} y léalo de nuevo.`
      : 'Agréguelo y léalo de nuevo.',
  }),
  'import.gone': says('Esos datos ya no están abiertos', 'Elija el archivo de nuevo.'),
  'session.jwt-refused': says(
    'RingCentral rechazó este JWT',
    'Compruebe que esté completo, vigente y permitido para este ID de cliente.',
  ),
  'session.no-refresh-token': says(
    'Esta aplicación no mantiene su sesión',
    'Active en ella “Issue refresh tokens” en la consola de desarrolladores de RingCentral.',
  ),
  'session.account-restricted': says(
    'Esta cuenta de RingCentral está restringida',
    askAdministrator,
  ),
  'session.extension-disabled': says(
    'Su extensión de RingCentral está desactivada',
    askAdministrator,
  ),
  'session.demo-failed': says('No se pudo abrir la cuenta de demostración', 'Reintente.'),
};
