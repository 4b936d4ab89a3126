import type { UpdateObstacle } from '../../model/updates.ts';
import type { Words } from '../words.ts';

const obstacles: Readonly<Record<UpdateObstacle, string>> = {
  call: 'Puede reiniciar cuando termine su llamada.',
  texts: 'Puede reiniciar cuando hayan salido sus mensajes.',
};

/** Versiones más nuevas de Sidetone. */
export const updates: Words['updates'] = {
  title: 'Actualizaciones',
  sentence: 'Sidetone descarga las versiones nuevas; usted decide cuándo se reinicia.',
  notHere: 'Esta copia de Sidetone no vino de su instalador. Actualícela como la instaló.',
  look: 'Buscar actualizaciones',
  on: 'Automáticamente',
  off: 'Solo cuando lo pida',
  channel: 'Versiones',
  channels: { stable: 'Versiones publicadas', beta: 'También las de prueba' },
  channelAdvice:
    'Las versiones de prueba llegan antes y pueden tener errores. Si vuelve a las publicadas, la siguiente llega cuando sea más nueva que la suya.',
  check: 'Buscar ahora',
  checking: 'Buscando una versión más nueva…',
  never: 'Aún no se ha buscado desde que se abrió Sidetone.',
  newest: (version, when) => `Sidetone ${version} es la más nueva. Última búsqueda: ${when}.`,
  downloading: (version, percent) => `Descargando Sidetone ${version}: ${percent}`,
  ready: (version) => `Sidetone ${version} está lista`,
  readyAdvice: 'Reemplaza a esta versión cuando reinicie. No se pierde nada de lo que escribió.',
  failed: (when) => `La última búsqueda (${when}) no funcionó. Se volverá a intentar.`,
  obstacles,
  restart: 'Reiniciar ahora',
  later: 'Más tarde',
  copyBefore: (day) => `Volver al archivo del ${day}`,
  copyBeforeAdvice:
    'Se guardó antes de que una versión más nueva de Sidetone lo cambiara. Lo que hay ahora se guarda en un archivo aparte, y lo que llegó después se trae otra vez de RingCentral.',
};
