import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

export const threads: Words['threads'] = {
  menu: (who) => `Conversación con ${who}`,
  more: 'Más',
  deeds: {
    pin: 'Fijar',
    unpin: 'Dejar de fijar',
    mute: 'Silenciar',
    unmute: 'Dejar de silenciar',
    'mark-unread': 'Marcar sin leer',
    'mark-read': 'Marcar como leída',
    done: 'Hecho',
    'put-back': 'Devolver a la lista',
  },
  number: (number) => `${number}…`,
  why: {
    pin: 'Queda al principio de la lista',
    mute: 'Sin notificaciones, y no se cuenta',
    done: 'Sale de la lista hasta que llegue algo',
    number: 'Llamar, copiar o guardar el número',
  },
  wasPutAway: (who) => `${who}: hecho`,
  undo: 'Deshacer',
  dismiss: 'Ocultar',
  pinned: 'Fijada',
  muted: 'Silenciada',
  unread: 'Sin leer',
  draft: 'Borrador:',
  draftSaid: (text) => `Borrador: ${text}`,
  scheduled: (count) => plural(count, 'mensaje programado', 'mensajes programados'),
  unreadFirst: 'Primero sin leer',
  newMessages: 'Mensajes nuevos',
  newCount: (count) => plural(count, 'nuevo', 'nuevos'),
  people: (count) => plural(count, 'persona', 'personas'),
  showPeople: 'Ver quién está',
  hidePeople: 'Ocultar quién está',
};
