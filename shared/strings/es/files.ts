import { fileSize } from '../file-size.ts';
import { perLocale } from '../language.ts';
import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

const oneDecimal = perLocale(
  (tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const megabytes = (bytes: number): string => oneDecimal().format(bytes / 1_000_000);

export const files: Words['files'] = {
  attach: 'Adjuntar imágenes o archivos',
  tray: 'Archivos adjuntos',
  size: fileSize,
  shrunk: (before, after) => `${fileSize(before)}, se envía como ${fileSize(after)}`,
  shrinking: 'Reduciendo…',
  adding: 'Adjuntando…',
  attached: (count) => plural(count, 'archivo adjunto', 'archivos adjuntos'),
  remove: (name) => `Quitar ${name}`,
  dismiss: (name) => `Ocultar lo que se dice de ${name}`,
  count: (count, most, bytes, mostBytes) =>
    `${count} de ${plural(most, 'archivo', 'archivos')}, ${megabytes(bytes)} de ${megabytes(mostBytes)} MB`,
  drop: 'Suelte archivos aquí para adjuntarlos',
  notReady: 'Aún se está adjuntando un archivo.',
  moving: {
    title: 'Una imagen animada no se puede reducir',
    advice: (limit) =>
      `Un mensaje admite ${fileSize(limit)} de archivos. Envíe una imagen fija o un enlace a ella.`,
  },
  cannotShrink: {
    title: 'No se pudo reducir lo suficiente esta imagen',
    advice: (limit) =>
      `Un mensaje admite ${fileSize(limit)} de archivos. Guárdela primero como JPEG o envíe un enlace a ella.`,
  },
  unreadable: {
    title: 'No se pudo leer este archivo',
    advice: 'Puede ser una carpeta o haberse movido. Adjúntelo de nuevo.',
  },
  pasted: 'Imagen pegada',
};
