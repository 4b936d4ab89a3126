import type { fileFailures as english } from '../en/failures-files.ts';
import { fileSize } from '../file-size.ts';
import { says } from '../sentence.ts';

/** What RingCentral takes for the files of one text, when a failure does not say. */
const usualBytes = 1_500_000;

export const fileFailures: typeof english = {
  'file.empty': says('Ese archivo está vacío', 'Elija otro.'),
  'file.too-large': ({ number }) => ({
    title: 'Ese archivo es demasiado grande para un mensaje',
    advice: `Un mensaje admite ${fileSize(number('limit') ?? usualBytes)} de archivos. Envíe uno más pequeño o un enlace a él.`,
  }),
  'file.type-refused': says(
    'Los archivos de ese tipo no pueden ir en un mensaje',
    'Pueden ir imágenes, videos, audio, tarjetas de contacto, PDF, texto, calendarios y archivos zip.',
  ),
  'file.program': says(
    'Es un programa, diga lo que diga su nombre',
    'Los programas no pueden ir en un mensaje.',
  ),
  'file.too-many': ({ number }) => ({
    title: 'Demasiados archivos para un mensaje',
    advice: `Un mensaje admite ${number('limit') ?? 10} archivos como máximo. Quite algunos o envíe un segundo mensaje.`,
  }),
  'file.together-too-large': ({ number }) => ({
    title: 'Esos archivos juntos son demasiado grandes',
    advice: `Un mensaje admite ${fileSize(number('limit') ?? usualBytes)} de archivos en total. Quite algunos o envíe un segundo mensaje.`,
  }),
  'file.gone': says(
    'Un archivo de este mensaje ya no está en esta computadora',
    'Escriba el mensaje otra vez y adjunte el archivo de nuevo.',
  ),
  'file.not-kept': says(
    'No se pudo guardar el archivo en esta computadora',
    'Quizá no hay espacio en el disco. Libere un poco y adjúntelo de nuevo.',
  ),
  'file.sender-refused': says(
    'Ese número suyo no puede enviar imágenes ni archivos',
    'Los números gratuitos nunca pueden. Elija otro número, o envíe el mensaje sin archivos.',
  ),
};
