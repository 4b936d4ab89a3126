import type { Words } from '../words.ts';

export const settings: Words['settings'] = {
  title: 'Configuración',
  appearance: 'Apariencia',
  theme: 'Tema',
  themes: { system: 'Sistema', light: 'Claro', dark: 'Oscuro' },
  density: 'Densidad',
  densities: { comfortable: 'Cómoda', compact: 'Compacta' },
  numbers: 'Sus números',
  callFrom: 'Llamar desde',
  callFromAdvice: 'RingCentral hace sonar primero este teléfono y luego el de la otra persona.',
  textFrom: 'Enviar mensajes desde',
  textFromAdvice: 'Los mensajes nuevos salen de este número.',
  noSender: 'Ninguno de sus números puede enviar mensajes',
  account: 'Cuenta',
  who: 'Sesión iniciada como',
  extension: 'Extensión',
  server: 'Servidor',
  number: 'Número',
  how: 'Sesión iniciada con',
  howWords: {
    browser: 'Su navegador',
    jwt: 'Un JWT',
    password: 'Nombre de usuario y contraseña, de una configuración anterior',
  },
  clientId: 'ID de cliente',
  secrets: 'Inicio de sesión guardado',
  secretsWords: {
    os: 'En el llavero de esta computadora',
    'session-only': 'Solo en memoria: deberá iniciar sesión de nuevo después de cerrar Sidetone',
    weak: 'En esta computadora, solo disimulado: no hay llavero',
  },
  signOut: 'Cerrar sesión',
  signingOut: 'Cerrando sesión…',
  signOutQuestion: '¿Cerrar sesión en Sidetone?',
  signOutAdvice:
    'Sidetone olvida su inicio de sesión. Las llamadas y los mensajes se detienen hasta que inicie sesión de nuevo.',
  archiveLabel: 'Sus llamadas y mensajes en esta computadora',
  archive: {
    keep: {
      label: 'Conservarlos',
      advice:
        'Estarán aquí de nuevo cuando inicie sesión en esta cuenta. Los mensajes en espera salen entonces.',
    },
    erase: {
      label: 'Borrarlos',
      advice:
        'No se puede deshacer, y las copias de seguridad también se borran. Los mensajes en espera no saldrán. Lo que RingCentral aún tenga vuelve cuando inicie sesión de nuevo.',
    },
  },
  signOutAndErase: 'Cerrar sesión y borrar',
  stay: 'Mantener la sesión',
  leaveDemo: 'Salir de la demostración',
  demoAccount: 'La cuenta de demostración funciona en esta computadora.',
  signInAgain: 'Iniciar sesión de nuevo',
  browserSignIn: 'Inicio de sesión en el navegador',
  about: 'Acerca de',
  version: 'Versión',
  runtime: 'Funciona con',
  profile: 'Guardado en',
  independent: 'Sidetone es independiente de RingCentral, Inc.',
};
