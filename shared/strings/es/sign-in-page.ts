import type { Words } from '../words.ts';

export const signInPage: Words['signInPage'] = {
  signedIn: (name) => ({
    title: name ? `Sesión iniciada como ${name}` : 'Su sesión está iniciada',
    text: 'Sidetone está listo. Puede cerrar esta ventana.',
  }),
  denied: {
    title: 'Sesión no iniciada',
    text: 'No autorizó a Sidetone a iniciar sesión, así que nada ha cambiado. Puede cerrar esta ventana.',
  },
  failed: {
    title: 'El inicio de sesión no funcionó',
    text: 'Vuelva a Sidetone: dice por qué y qué hacer. Puede cerrar esta ventana.',
  },
  foreign: {
    title: 'Este enlace no es de un inicio de sesión en curso',
    text: 'Quizá ya se usó, o es de un intento anterior. Vuelva a Sidetone o cierre esta ventana.',
  },
  notFound: {
    title: 'Aquí no hay nada',
    text: 'Esta dirección solo devuelve un inicio de sesión a Sidetone. Puede cerrar esta ventana.',
  },
};
