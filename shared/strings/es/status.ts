import type { PolicyFlaw } from '../../model/settings.ts';
import { plural } from '../plural.ts';
import type { Words } from '../words.ts';
import { withArticle } from './article.ts';

const policyFlaws: Readonly<Record<PolicyFlaw, string>> = {
  'not-a-file': 'No está en un archivo común.',
  'not-administrators': 'En el archivo pueden escribir otros además del administrador.',
  'too-large': 'El archivo es demasiado grande.',
  unreadable: 'No se puede leer el archivo.',
  'not-json': 'El archivo no es JSON.',
  'other-version': 'El archivo es de otra versión.',
};

const carried = (count: number): string =>
  plural(count, 'mensaje en espera se conservó.', 'mensajes en espera se conservaron.');

export const status: Words['status'] = {
  label: 'Estado',
  demo: 'Demostración: no se llama a nadie',
  demoShort: 'Demo',
  signedInAs: (name) => name,
  on: (server) => `en ${server}`,
  onDemo: 'en el servidor de demostración',
  from: (number) => `desde ${number}`,
  signedOut: 'Sin iniciar sesión',
  expired: 'La sesión terminó',
  online: 'Conectado',
  connecting: 'Conectando',
  offline: {
    network: 'RingCentral no disponible',
    server: 'RingCentral no responde',
    maintenance: 'RingCentral en mantenimiento',
  },
  polling: 'Busca novedades cada 20 s',
  openDiagnostics: 'Estado: abrir Diagnóstico',
  paused: (time) => `RingCentral redujo la velocidad hasta ${withArticle(time)}`,
  banner: {
    network: 'No se puede conectar con RingCentral',
    server: 'RingCentral no responde',
    maintenance: 'RingCentral está en mantenimiento',
    since: (time) => `Desde ${withArticle(time)}.`,
    effect:
      'No hay llamadas y los mensajes esperan aquí; el historial, los contactos y la búsqueda siguen funcionando.',
    reconnect: 'Reconectar',
    expired: 'Su sesión terminó',
    expiredEffect:
      'No hay llamadas ni mensajes hasta que inicie sesión de nuevo; sus datos siguen aquí.',
    memoryOnly: 'Sin un llavero en esta computadora, la sesión termina cuando Sidetone se cierra.',
    signIn: 'Iniciar sesión de nuevo',
    clock: (length, isAhead) =>
      `El reloj de esta computadora está ${isAhead ? 'adelantado' : 'atrasado'} ${length}`,
    clockAdvice:
      'Póngalo en hora en la configuración del sistema: el inicio de sesión y el orden de los mensajes dependen de él.',
  },
  cannotRead: {
    canReadTexts: 'No se pueden leer sus mensajes de RingCentral',
    canReadCalls: 'No se pueden leer sus llamadas de RingCentral',
    canReadContacts: 'No se puede leer su libreta de direcciones de RingCentral',
  },
  noticesLabel: 'Avisos',
  notices: {
    'archive-damaged': {
      title: 'La base de datos estaba dañada y se empezó una nueva',
      advice: (file, carriedOver) =>
        `${carriedOver === 0 ? 'No contenía mensajes en espera.' : carried(carriedOver)} El archivo anterior se conserva como ${file}.`,
    },
    'archive-foreign': {
      title: 'La base de datos era de otro programa y se empezó una nueva',
      advice: (file) => `El archivo anterior se conserva como ${file}.`,
    },
    'settings-damaged': {
      title: 'No se pudo leer su configuración y volvió a los valores predeterminados',
      advice: (file) => `El archivo anterior se conserva como ${file}.`,
    },
    'policy-ignored': {
      title: 'La configuración de su administrador no está en vigor',
      advice: (file, because) =>
        `${policyFlaws[because]} Nada de ${file} se usa hasta que se corrija y Sidetone se abra de nuevo.`,
    },
    'policy-partly': {
      title: 'Parte de la configuración de su administrador no está en vigor',
      advice: (file, fields) =>
        `Esto no tiene sentido y se omite: ${fields}. El resto de ${file} está en vigor.`,
    },
    'backup-failed': {
      title: 'No se pudo hacer la copia de seguridad',
      advice: () =>
        'Sidetone lo intenta cada hora. En Configuración, Copias de seguridad, se dice por qué y dónde cambiar la carpeta.',
    },
    'archive-restored': {
      title: 'La base de datos se restauró de una copia de seguridad',
      advice: (file, carriedOver) =>
        `${carriedOver === 0 ? '' : `${carried(carriedOver)} `}Se está descargando lo que llegó desde entonces. La base de datos anterior se conserva como ${file}.`,
    },
    'caller-id-gone': {
      title: 'Un número que había elegido mostrar ya no es suyo',
      advice: (number) =>
        `Las llamadas que debían mostrar ${number} muestran su número predeterminado hasta que elija otro.`,
    },
  },
  noticeFileUnknown: 'un archivo aparte',
};
