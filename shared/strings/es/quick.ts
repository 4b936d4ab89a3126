import type { Words } from '../words.ts';

export const quick: Words['quick'] = {
  title: 'Mensaje rápido',
  replyTo: (who) => `Responder a ${who}`,
  close: 'Cerrar y conservar lo escrito',
  openInSidetone: 'Abrir en Sidetone',
  last: 'Los últimos mensajes',
  you: 'Usted',
  file: 'Un archivo',
  threadFailed: 'No se pudo leer esta conversación',
  held: (seconds) => `Sale en ${seconds} s`,
  sent: 'Enviado',
  waiting: 'En camino: sale en cuanto se pueda',
  scheduled: 'Sale a su hora',
  notSent: 'No se envió',
  undo: 'Deshacer',
  shortcut: {
    title: 'Mensaje rápido',
    advice:
      'Estas teclas abren desde cualquier programa una ventana pequeña para un mensaje, igual que un clic en el icono de Sidetone en la bandeja.',
    choose: 'Elegir teclas para mensajes…',
    change: 'Cambiar teclas para mensajes…',
    clear: 'Desactivar teclas para mensajes',
    unsupported:
      'Este escritorio (Wayland) se reserva los atajos globales. El icono de la bandeja también abre la ventana.',
  },
};
