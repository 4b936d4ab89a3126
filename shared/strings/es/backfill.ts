import { lengthOfMinutes } from '../length.ts';
import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

export const backfill: Words['backfill'] = {
  title: 'Historial anterior',
  advice:
    'RingCentral guarda las llamadas por 12 meses y una cantidad limitada de mensajes. Sidetone descarga lo que hay y lo conserva para siempre.',
  progressLabel: 'Cuánto del historial anterior se ha descargado',
  feeds: { messages: 'Mensajes de texto y de voz', calls: 'Llamadas' },
  reachesBackTo: (date) => `Desde ${date}`,
  isDone: 'Todo lo que RingCentral aún tiene',
  notBegun: 'Aún sin leer',
  states: {
    running: 'Descargando poco a poco, para dar prioridad a llamadas y mensajes',
    paused: 'En pausa',
    waiting: 'En espera',
    done: 'Todo lo que RingCentral aún tiene está en esta computadora',
  },
  waitingFor: (reason) => `En espera: ${reason}`,
  firstSync: 'En espera de las llamadas y los mensajes más recientes',
  left: (minutes) =>
    minutes < 1 ? 'Falta menos de un minuto' : `Tiempo restante: unos ${lengthOfMinutes(minutes)}`,
  pause: 'Pausar',
  resume: 'Continuar',
};

export const away: Words['away'] = {
  title: 'Mientras no estaba',
  missedCalls: (count) => plural(count, 'llamada perdida', 'llamadas perdidas'),
  texts: (count) => plural(count, 'mensaje', 'mensajes'),
  voicemails: (count) => plural(count, 'mensaje de voz', 'mensajes de voz'),
  line: (parts) => `Mientras no estaba: ${parts.join(', ')}`,
  since: (when) => `Desde ${when}`,
  open: {
    missedCalls: 'Ver llamadas',
    texts: 'Ver mensajes',
    voicemails: 'Ver mensajes de voz',
  },
};
