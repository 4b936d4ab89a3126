import type { Words } from '../words.ts';

export const media: Words['media'] = {
  play: (what) => `Reproducir: ${what}`,
  unfold: (button, what) => `${button}, ${what}`,
  pause: (what) => `Pausar: ${what}`,
  position: (what) => `Posición: ${what}`,
  positionOf: (at, total) => `${at} de ${total}`,
  loading: 'Cargando…',
  unknownLength: '–:––',
  speed: (speed) => `Velocidad ${speed}×`,
  speedNext: (speed, next) => `Velocidad ${speed}×. Cambiar a ${next}×`,
  save: (what) => `Guardar en un archivo: ${what}`,
  saveHint: 'Guardar en un archivo',
  saved: 'Guardado',
  cache: {
    title: 'Grabaciones y mensajes de voz',
    advice:
      'Lo que ha reproducido queda en esta computadora, para que se oiga sin RingCentral. Lo que se reprodujo hace más tiempo se quita primero.',
    limit: 'Espacio para ello',
    none: 'No conservar',
    used: (used, limit) => `${used} de ${limit} en uso`,
    usedNone: 'No hay nada de esto en esta computadora.',
    clear: 'Quitar de esta computadora',
    clearQuestion: '¿Quitar todas las grabaciones y los mensajes de voz guardados aquí?',
    clearAdvice:
      'Los de RingCentral no se tocan, pero lo que RingCentral ya no tiene no se podrá volver a oír.',
    clearConfirm: 'Quitar',
    clearing: 'Quitando…',
    cancel: 'Conservar',
  },
};
