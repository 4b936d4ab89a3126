import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

export const onboarding: Words['onboarding'] = {
  title: 'Le damos la bienvenida a Sidetone',
  what: 'Sidetone hace sus llamadas de RingCentral, envía sus mensajes y los conserva todos en esta computadora.',
  independent: 'Sidetone es independiente de RingCentral, Inc.',
  again: {
    title: 'Inicie sesión de nuevo',
    what: 'Su sesión terminó. Sus llamadas y mensajes siguen aquí.',
    button: 'Iniciar sesión de nuevo',
    how: {
      browser: 'En su navegador, como la última vez.',
      jwt: 'Con el JWT que usó la última vez.',
      password: 'Con el nombre de usuario y la contraseña de su configuración anterior.',
    },
    where: (app, host) =>
      host === undefined ? `Con la aplicación ${app}.` : `Con la aplicación ${app} en ${host}.`,
    otherWay: 'Iniciar sesión de otra manera',
  },
  demo: {
    title: 'Eche primero un vistazo',
    advice:
      'Una cuenta inventada que funciona en esta computadora. No se llama ni se escribe a nadie de verdad.',
    points: [
      'Llame a un contacto y vea sonar ambos teléfonos',
      'Envíe un mensaje y vea cómo se entrega',
      'Recorra meses de llamadas y conversaciones inventadas',
    ],
    button: 'Explorar la cuenta de demostración',
    starting: 'Abriendo la cuenta de demostración',
  },
  signIn: {
    title: 'Use su cuenta de RingCentral',
    advice: {
      browser:
        'Inicie sesión en la página de RingCentral. Necesita el ID de cliente de su aplicación.',
      jwt: 'Inicie sesión sin navegador, con un JWT hecho para su aplicación.',
    },
    clientId: 'ID de cliente',
    clientIdHint: 'De la página de su aplicación en la consola de desarrolladores de RingCentral',
    browserButton: 'Iniciar sesión con su navegador',
    jwtButton: 'Iniciar sesión',
    working: 'Iniciando sesión…',
    at: (host) => `Inicia sesión en ${host}.`,
    cancelled: 'Inicio de sesión cancelado. Nada ha cambiado.',
    advanced: 'Avanzado',
    server: 'URL del servidor',
    clientSecret: 'Secreto de cliente',
    clientSecretHint: 'Solo si su aplicación tiene uno; la mayoría no.',
    jwt: 'JWT',
    jwtHint: (host) => `Se envía solo a ${host ?? 'el servidor que usted indique'}.`,
    withJwt: 'Usar un JWT',
    withBrowser: 'Usar su navegador',
    required: {
      serverUrl: 'Escriba la dirección del servidor.',
      clientId: 'Escriba el ID de cliente de su aplicación.',
      jwt: 'Pegue su JWT.',
    },
  },
  port: {
    label: 'Puerto para el inicio de sesión en el navegador',
    shortLabel: 'Puerto',
    wrong: 'Escriba un número entero de 1024 a 65535.',
    redirectUri: 'URI de redirección',
    redirectUriAdvice:
      'Debe estar entre las URI de redirección de su aplicación, exactamente como está aquí.',
    copy: 'Copiar',
    copied: 'Copiado',
    notCopied: 'Selecciónela y cópiela a mano',
  },
  waiting: {
    title: 'Continúe en su navegador',
    advice:
      'Inicie sesión en la página de RingCentral y autorice Sidetone. Después esta ventana continúa por sí sola.',
    minutesLeft: (count) => plural(count, 'minuto restante', 'minutos restantes'),
    lastMinute: 'Queda menos de un minuto',
    timeUp: 'Se acabó el tiempo',
    openAgain: 'Abrir la página otra vez',
    copy: 'Copiar la dirección',
    copied: 'Dirección copiada',
    cancel: 'Cancelar',
    pageError: {
      title: 'La página muestra un error',
      clientId: (id) =>
        `¿Habla del ID de cliente o de aplicación? Cancele y compare ${id} con el de su aplicación.`,
      redirectUri:
        '¿Habla de la URI de redirección? Agregue esta a su aplicación en la consola de desarrolladores de RingCentral y abra la página otra vez.',
    },
    server: 'Iniciando sesión…',
    serverAdvice: 'Leyendo su cuenta de RingCentral.',
  },
  otherHost: {
    question:
      'Inicie sesión ahí solo si su administrador le dio esta dirección. ¿Iniciar sesión ahí de todos modos?',
    confirm: 'Iniciar sesión ahí',
    change: 'Cambiar dirección',
  },
  help: {
    title: 'Lo que necesita',
    intro:
      'Una aplicación propia en la consola de desarrolladores de RingCentral. Las llamadas y los mensajes son reales y se cobran.',
    type: 'Cree una aplicación REST API del tipo “Authorization code with PKCE”. No necesita secreto de cliente.',
    redirect: 'Agréguele esta URI de redirección, exactamente como está aquí:',
    permissions: (names) => `Dele estos permisos: ${names}.`,
    permissionNames: [
      'RingOut',
      'SMS',
      'Read Messages',
      'Edit Messages',
      'Read Call Log',
      'Read Accounts',
      'Read Presence',
      'Edit Presence',
      'WebSocket Subscriptions',
      'Read Contacts',
    ],
    refresh: 'Active “Issue refresh tokens”. Sin ello tendría que iniciar sesión cada hora.',
    clientId: 'Copie su ID de cliente en esta ventana.',
  },
  import: {
    open: 'Importar un archivo .env',
    title: 'Importar una configuración anterior',
    advice: 'Un archivo .env con líneas como RINGCENTRAL_CLIENT_ID=…',
    drop: 'Suelte el archivo aquí, o',
    choose: 'Elegir un archivo',
    paste: 'O pegue su texto',
    read: 'Leerlo',
    reading: 'Leyendo…',
    privacy: 'Se lee en esta computadora, y no se guarda nada antes de que usted lo diga.',
    found: 'Configuración encontrada en el entorno de esta computadora',
    foundAdvice:
      'Sidetone se abrió con datos de configuración de RingCentral. Revíselos antes de usarlos.',
    draftTitle: 'Encontrado en el archivo',
    tableLabel: 'Datos encontrados',
    setting: 'Dato',
    value: 'Valor',
    fields: {
      RINGCENTRAL_CLIENT_ID: 'ID de cliente',
      RINGCENTRAL_CLIENT_SECRET: 'Secreto de cliente',
      RINGCENTRAL_USERNAME: 'Nombre de usuario',
      RINGCENTRAL_PASSWORD: 'Contraseña',
      RINGCENTRAL_PHONE_NUMBER: 'Número de teléfono',
      RINGCENTRAL_EXTENSION: 'Extensión',
      RINGCENTRAL_SERVER_URL: 'Servidor',
      RINGCENTRAL_JWT: 'JWT',
    },
    method: {
      browser: 'Sidetone iniciará sesión con su navegador.',
      jwt: 'Sidetone iniciará sesión con este JWT.',
      password:
        'RingCentral dejó de aceptar nombre de usuario y contraseña el 31 de marzo de 2024. Sidetone lo intentará una vez; si lo rechaza, inicie sesión con su navegador.',
    },
    mendMarked: 'Corrija en el archivo lo que está marcado y elíjalo de nuevo.',
    take: 'Usar estos datos',
    taking: 'Iniciando sesión…',
    other: 'Elegir otro archivo',
    notNow: 'Ahora no',
  },
  imported: {
    title: 'Sesión iniciada',
    deleteFile: 'Ya puede eliminar el archivo.',
    clearEnvironment: 'Ya puede quitar esos datos del entorno.',
    taken: (number, as) =>
      as.length === 2
        ? `Llama y envía mensajes desde ${number}.`
        : as[0] === 'call-from'
          ? `Llama desde ${number}; no puede enviar mensajes.`
          : `Envía mensajes desde ${number}; las llamadas salen de otro teléfono suyo.`,
    refused: (given) =>
      `${given} no es un número desde el que usted pueda llamar y enviar mensajes`,
    usable: (numbers) => `Puede usar ${numbers}.`,
    noneUsable: 'No se puede usar ninguno de sus números.',
    openSettings: 'Elegir un número',
  },
  defaultServer: 'https://platform.ringcentral.com',
};
