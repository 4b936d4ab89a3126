import type { outsideFailures as english } from '../en/failures-outside.ts';
import { says } from '../sentence.ts';

export const outsideFailures: typeof english = {
  'link.not-a-link': says(
    'Ese enlace no contiene un número de teléfono',
    'Copie el número y péguelo aquí.',
  ),
  'link.other-scheme': says(
    'Sidetone no abre enlaces de ese tipo',
    'Abre enlaces tel:, callto: y sms:.',
  ),
  'link.too-long': says(
    'Ese enlace es demasiado largo para ser un número de teléfono',
    'No se hizo nada con él.',
  ),
  'link.no-number': says(
    'Ahí no hay ningún número de teléfono',
    'Copie solo el número y reintente.',
  ),
  'link.emergency': says(
    'Sidetone no puede llamar a los servicios de emergencia',
    'Use un teléfono: les indica dónde está usted.',
  ),
  'links.not-registered': says(
    'El sistema no registró Sidetone como programa para enlaces telefónicos',
    'Elíjalo en la configuración del sistema, en aplicaciones predeterminadas.',
  ),
  'links.not-given-back': says(
    'No se pudieron devolver los enlaces telefónicos',
    'Elija otro programa para ellos en la configuración del sistema, en aplicaciones predeterminadas.',
  ),
  'links.unsupported': says(
    'Esta copia de Sidetone no se puede registrar para enlaces telefónicos',
    'Instálela y reintente.',
  ),
  'shortcut.invalid': says(
    'Esas teclas no pueden ser un atajo',
    'Mantenga Ctrl, Alt o Cmd con una tecla que otros programas no necesiten.',
  ),
  'shortcut.taken': says('Otro programa tiene ese atajo', 'Elija otras teclas.'),
  'shortcut.unsupported': says(
    'Este escritorio no da atajos propios a los programas',
    'Cree uno en la configuración del escritorio que ejecute: sidetone call --clipboard.',
  ),
  'crm.no-address': says(
    'Sidetone no conoce su CRM',
    'Escriba en Configuración la dirección de la página de una persona.',
  ),
  'crm.address-invalid': says(
    'Eso no es la dirección de una página',
    'Empieza con https:// y lleva {number} donde va el número.',
  ),
  'crm.not-enough': says(
    'Se sabe muy poco de esta persona para encontrarla en su CRM',
    'Agregue su número, nombre o correo a sus contactos.',
  ),
  'crm.not-opened': says(
    'No se pudo abrir la página en un navegador',
    'Revise en qué navegador abre enlaces su sistema.',
  ),
  'page.not-opened': says(
    'Su navegador no aceptó esa dirección',
    'Copie la dirección y ábrala usted si confía en ella.',
  ),
  'card.gone': says('Esa tarjeta ya no está', 'Haga clic en el enlace de nuevo.'),
  'do-not-call.line-invalid': ({ text }) => {
    const typed = text('typed');
    return {
      title: typed
        ? `“${typed}” no es un número de teléfono`
        : 'Una línea no es un número de teléfono',
      advice: 'Corríjala o quítela; no se ha agregado nada.',
    };
  },
  'call-list.gone': says('Esa lista de llamadas ya no está', 'Elija otra.'),
  'call-list.file-gone': says('Ese archivo ya no está abierto', 'Elíjalo de nuevo.'),
  'call-list.unreadable': says(
    'No se pudo leer ese archivo',
    'Elija un archivo CSV con una persona por línea.',
  ),
  'call-list.no-numbers': says(
    'En esa columna no hay números de teléfono',
    'Elija la columna que los tiene.',
  ),
  'call-list.too-large': says(
    'Es demasiado para una lista',
    'Una lista tiene 10,000 entradas como máximo.',
  ),
  'call-list.empty': says('No se encontró a nadie', 'Elija otro filtro o archivo.'),
};
