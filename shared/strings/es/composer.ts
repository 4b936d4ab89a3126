import { locale, perLocale } from '../language.ts';
import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

const names: Readonly<Record<string, string>> = {
  '‘': 'la comilla curva ‘',
  '’': 'el apóstrofo curvo ’',
  '“': 'la comilla curva “',
  '”': 'la comilla curva ”',
  '–': 'el guion –',
  '—': 'la raya —',
  '…': 'los puntos suspensivos …',
  '•': 'la viñeta •',
  '`': 'el acento grave `',
  '\t': 'un tabulador',
  '\u00a0': 'un espacio de no separación',
};

const list = perLocale((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

export const composer: Words['composer'] = {
  count: (messages, used, capacity) =>
    `${messages.toLocaleString(locale())} SMS, ${used.toLocaleString(locale())} de ${capacity.toLocaleString(locale())}`,
  messages: (count) => `${count.toLocaleString(locale())} SMS`,
  withFiles: 'Un MMS con archivos',
  cost: (amount) => `aprox. ${amount}`,
  character: (character) =>
    names[character] ??
    (/^[\p{Cf}\p{Zs}\p{Cc}]+$/u.test(character) ? 'un carácter invisible' : character),
  characters: (shown, more) => {
    const all = more > 0 ? [...shown, plural(more, 'más', 'más')] : shown;
    const said = list().format(all);
    return said.charAt(0).toUpperCase() + said.slice(1);
  },
  takesMessages: (what, characters, now, plain) =>
    `${what} ${characters === 1 ? 'hace' : 'hacen'} que esto ocupe ${now.toLocaleString(locale())} SMS en lugar de ${plain.toLocaleString(locale())}.`,
  takesRoom: (what, characters) =>
    `${what} ${characters === 1 ? 'ocupa' : 'ocupan'} más espacio: en un SMS caben 70 caracteres en lugar de 160.`,
  replace: (characters) => (characters === 1 ? 'Reemplazarlo' : 'Reemplazarlos'),
  offline: 'Está sin conexión. Lo que envíe espera y sale por sí solo cuando vuelva.',
  signedOut: 'No ha iniciado sesión. Lo que envíe espera hasta que la inicie de nuevo.',
  from: (number) => `De ${number}`,
  fromNone: 'No hay número para enviar mensajes',
  noMedia: 'No puede enviar imágenes ni archivos',
  otherThread: (number) =>
    `Desde ${number} esto va en una conversación aparte, que se abre al enviarlo.`,
  copyForAdministrator: 'Copiar para el administrador',
  copied: 'Copiado',
  notCopied: 'No se pudo copiar',
  forAdministrator: (number, why, what) =>
    [
      `No puedo enviar mensajes de texto desde ${number} en RingCentral.`,
      `Motivo: ${why}.`,
      `Lo que hay que hacer: ${what}`,
      'En el portal de administración: Phone System > SMS registration (marca y campaña, o verificación del número gratuito), y luego agregar el número a la campaña.',
    ].join('\n'),
  tooMany: (count, limit) =>
    `Un mensaje de grupo admite ${limit} personas como máximo. Aquí hay ${count.toLocaleString(locale())}.`,
  prices: {
    title: 'Cuánto cuestan los mensajes',
    segment: 'Precio de un SMS',
    media: 'Precio de un mensaje con archivos',
    currency: 'Moneda (tres letras)',
    usualCurrency: 'USD',
    advice:
      'El editor indica entonces cuánto suma un mensaje. Un mensaje largo son varios SMS, y cada destinatario cuenta.',
    notPrice: 'Escriba un precio como 0.0085',
    notCurrency: 'Escriba tres letras, como USD',
    save: 'Guardar',
    forget: 'Olvidar los precios',
  },
  accepted: 'El mensaje está guardado y saldrá.',
  acceptedLater: 'El mensaje espera su hora.',
};
