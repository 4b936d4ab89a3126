import type { Words } from '../words.ts';

export const commands: Words['commands'] = {
  proposed: (who) => `Sidetone le pregunta si desea llamar a ${who}. No se ha marcado nada.`,
  asked: (who, why) => `${why}. Sidetone le pregunta si desea llamar a ${who}.`,
  ringing: (who, phone) => `Suena su teléfono (${phone}). Conteste para hablar con ${who}.`,
  composed: (who) => `Hay un mensaje para ${who} en el editor. No se ha enviado nada.`,
  kept: (who, why) => `${why}. El mensaje para ${who} está en el editor. No se ha enviado nada.`,
  accepted: (who) => `El mensaje para ${who} va en camino.`,
  clipboard: 'Sidetone le pregunta por el número del portapapeles.',
  nobody: 'Nadie ha iniciado sesión. Inicie sesión en Sidetone y vuelva a intentarlo.',
  refused: (title, advice) => `${title}. ${advice}`,
  noAnswer: 'Sidetone no respondió. Ábralo y vuelva a intentarlo.',
  broken: 'Algo falló en Sidetone. Su registro tiene los detalles.',
  noBody: 'No hay texto para enviar. Póngalo entre comillas después del número.',
  usage: `Uso:
  sidetone call <número> [--yes]           pregunta si llamar a un número; con --yes lo llama
  sidetone call --clipboard                pregunta por el número del portapapeles
  sidetone text <número> [<texto>] [--yes] abre un mensaje; con --yes lo envía

Ponga entre comillas un número con espacios. --yes nunca omite una pregunta: por los números
de emergencia, de tarifa especial y cortos, su lista de no llamar, las horas de silencio y
quienes no desean mensajes se pregunta en la pantalla.`,
};
