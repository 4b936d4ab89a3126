import type { Words } from '../words.ts';

/** Lo que la persona encuentra y puede cambiar. */
export const usual: Words['usual'] = {
  outcomes: [
    'Contestó',
    'Dejé mensaje de voz',
    'Sin respuesta',
    'Número equivocado',
    'Volver a llamar después',
  ],
  callAgain: [
    'volver a llamar',
    'devolver la llamada',
    'devolver llamada',
    'llamar de nuevo',
    'llamar otra vez',
    'dar seguimiento',
    'seguimiento',
  ],
  textBack: [
    'Estoy en una reunión, le llamo a las …',
    'Ahora no puedo hablar. ¿De qué se trata?',
    'Le devuelvo la llamada en diez minutos.',
  ],
};
