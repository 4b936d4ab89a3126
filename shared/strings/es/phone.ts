import type { Words } from '../words.ts';

export const phone: Words['phone'] = {
  menu: (number) => `Qué hacer con ${number}`,
  call: 'Llamar por RingCentral',
  text: 'Mensaje por RingCentral',
  device: 'Llamar con este dispositivo',
  copy: 'Copiar',
  add: 'Agregar a contactos',
  open: 'Abrir contacto',
  cancel: 'Cancelar',
  calling: { first: 'Llamar', again: 'Llamar otra vez', back: 'Devolver llamada' },
  callingParty: {
    first: (who) => `Llamar a ${who}`,
    again: (who) => `Llamar otra vez: ${who}`,
    back: (who) => `Devolver llamada a ${who}`,
  },
  keyIn: (digits) => `luego marque ${digits}`,
  shortCannotText: 'Desde aquí no se puede escribir a números cortos',
  notCopied: 'No se pudo copiar el número',
};
