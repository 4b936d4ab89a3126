import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

export const history: Words['history'] = {
  newAbove: 'Nuevo arriba',
  filter: 'Filtrar',
  hideFilter: 'Ocultar filtro',
  filterOn: (count) => `Filtro, ${plural(count, 'activo', 'activos')}`,
  clear: 'Quitar filtros',
  show: 'Mostrar',
  calls: {
    all: 'Todas',
    missed: 'Perdidas',
    inbound: 'Entrantes',
    outbound: 'Salientes',
    failed: 'Fallidas',
  },
  threads: {
    all: 'Todas',
    unread: 'Sin leer',
    inbound: 'Por responder',
    outbound: 'Respondidas',
    failed: 'Sin entregar',
    pinned: 'Fijadas',
    muted: 'Silenciadas',
    done: 'Hechas',
  },
  hasVoicemail: 'Mensaje de voz',
  hasRecording: 'Grabación',
  who: 'Nombre o número',
  whoHint: 'Solo con este nombre o número',
  clearWho: 'Borrar nombre o número',
  when: 'Cuándo',
  ranges: {
    any: 'Siempre',
    today: 'Hoy',
    week: 'Últimos 7 días',
    month: 'Este mes',
    custom: 'Otro período',
  },
  from: 'Desde',
  to: 'Hasta',
  nothing: {
    calls: 'Ninguna llamada coincide con el filtro.',
    threads: 'Ninguna conversación coincide con el filtro.',
  },
  earlier: 'Anteriores',
};
