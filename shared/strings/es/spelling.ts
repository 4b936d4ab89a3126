import type { Words } from '../words.ts';

export const spelling: Words['spelling'] = {
  title: 'Ortografía',
  on: 'Activado',
  off: 'Desactivado',
  setting: 'Revisar la ortografía (solo inglés)',
  settingAdvice:
    'Solo conoce el inglés de EE. UU.: en un texto en español subraya casi todo, así que desactívela si escribe en español. Se revisa en esta computadora: nada de lo que escribe sale de ella para eso, y no se descarga nada.',
  ownWords: 'Sus propias palabras',
  ownWordsAdvice: 'Nunca se subrayan.',
  noWords: 'Ninguna aún. Haga clic derecho en una palabra subrayada para agregarla.',
  removeWord: (word) => `Quitar ${word}`,
  menu: (word) => `Ortografía de ${word}`,
  none: 'Sin sugerencias',
  looking: 'Buscando sugerencias…',
  add: (word) => `Agregar “${word}” a sus palabras`,
  count: (count) =>
    count === 1
      ? '1 palabra puede estar mal escrita. Ctrl+. sobre ella para ver sugerencias.'
      : `${count} palabras pueden estar mal escritas. Ctrl+. sobre una para ver sugerencias.`,
};
