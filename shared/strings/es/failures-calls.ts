import type { callFailures as english } from '../en/failures-calls.ts';
import { fullHour } from '../hours.ts';
import { says } from '../sentence.ts';
import { withArticle } from './article.ts';

const askAdministrator = 'Consulte a su administrador de RingCentral.';

export const callFailures: typeof english = {
  'number.empty': says('Aún no hay nombre ni número', 'Escriba uno o elija a alguien de la lista.'),
  'number.too-long': says('Ese número es demasiado largo', 'Compruebe que no le sobren dígitos.'),
  'number.not-dialable': says(
    'Ese no es un número al que se pueda llamar',
    'Revise los dígitos o elija a alguien de la lista.',
  ),
  'number.emergency': says(
    'Sidetone no puede llamar a los servicios de emergencia',
    'Use un teléfono: les indica dónde está usted.',
  ),
  'number.premium': says(
    'Llamar a ese número puede tener costo extra',
    'Confirme que desea llamar.',
  ),
  'number.do-not-call': says(
    'Ese número está en su lista de no llamar',
    'Diga por qué llama de todos modos, o quítelo de la lista.',
  ),
  'number.service-code': says(
    'Eso es un código para un teléfono, no un número',
    'Márquelo en el teléfono mismo.',
  ),
  'call.quiet-hours': () => ({
    title: 'Es temprano o tarde donde está esa persona',
    advice: `Espere hasta ${withArticle(fullHour(8))} allí, o confirme que desea llamar ahora.`,
  }),
  'call.not-controllable': says('La llamada ya no se puede cambiar desde aquí', 'Use su teléfono.'),
  'call.no-such-number': says('Ese número no existe', 'Verifique los dígitos con la persona.'),
  'call.line-trouble': says(
    'RingCentral no pudo conectar los dos teléfonos',
    'Reintente o llame con este dispositivo.',
  ),
  'call.you-busy': says('Su propio teléfono está ocupado', 'Cuelgue allí o elija otro teléfono.'),
  'call.you-unreachable': says(
    'No se pudo llegar a su propio teléfono',
    'Compruebe que esté encendido y con conexión, o elija otro teléfono.',
  ),
  'call.unreachable': says(
    'No se pudo llegar al teléfono de la otra persona',
    'Puede estar apagado o sin cobertura: intente más tarde o envíe un mensaje.',
  ),
  'call.lost': says(
    'RingCentral perdió la llamada antes de que contestaran',
    'Reintente; ya no hay nadie en la línea.',
  ),
  'call.phones-not-joined': says(
    'RingCentral no puede unir su teléfono y ese número',
    'Elija otro teléfono para llamar, o llame con este dispositivo.',
  ),
  'call.network-fault': says(
    'RingCentral abandonó la llamada por una falla propia',
    'Reintente en un minuto, o llame con este dispositivo.',
  ),
  'call.network-error': says(
    'RingCentral informó de un error al llamar a la otra persona',
    'Reintente en un minuto; si continúa, consulte a su administrador de RingCentral.',
  ),
  'call.undisclosed': says(
    'RingCentral no dice por qué no se pudo llegar a la otra persona',
    'Revise el número y reintente, o envíe un mensaje.',
  ),
  'call.you-declined': says(
    'Su teléfono rechazó la llamada',
    'Reintente y conteste, o elija otro teléfono.',
  ),
  'call.you-fault': says(
    'RingCentral no pudo hacer sonar su teléfono',
    'Reintente; si pasa dos veces, elija otro teléfono.',
  ),
  'call.you-international': says(
    'Su teléfono está en otro país y las llamadas internacionales están desactivadas',
    'Elija un teléfono de su país, o pida a su administrador de RingCentral que las permita.',
  ),
  'call.you-blocked': says(
    'RingCentral no tiene permitido hacer sonar ese teléfono suyo',
    'Elija otro teléfono, o pida que quiten su número de los bloqueados.',
  ),
  'call.you-no-credit': says(
    'No hay crédito suficiente para hacer sonar su teléfono',
    'Elija un teléfono de RingCentral, que suena sin costo, o pida que agreguen crédito.',
  ),
  'call.you-not-found': says(
    'El número de su teléfono ya no existe',
    'Elija otro teléfono, y corrija ese en su cuenta de RingCentral.',
  ),
  'call.you-line-trouble': says(
    'RingCentral tuvo una falla en el camino a su teléfono',
    'Reintente en un minuto, o elija otro teléfono.',
  ),
  'call.you-lost': says(
    'RingCentral perdió la llamada antes de que usted contestara',
    'Reintente; su teléfono sonará otra vez.',
  ),
  'call.you-number-refused': says(
    'RingCentral no acepta el número de su teléfono',
    'Corríjalo en su cuenta de RingCentral, o elija otro teléfono.',
  ),
  'call.you-network-fault': says(
    'RingCentral informó de un error al hacer sonar su teléfono',
    'Reintente o llame con este dispositivo.',
  ),
  'call.you-undisclosed': says(
    'RingCentral no dice por qué no sonó su teléfono',
    'Compruebe que esté encendido, o elija otro teléfono.',
  ),
  'number.short': says('Es un número corto', 'Confirme que desea llamar.'),

  'call.already-placing': says(
    'Ya hay una llamada en proceso',
    'Cancélela o espere a que termine.',
  ),
  'call.no-phone': says(
    'No se puede hacer sonar ningún teléfono suyo',
    'Agregue un teléfono o un número de desvío en su cuenta de RingCentral.',
  ),
  'call.phone-unknown': says('Ese teléfono ya no está en su cuenta', 'Elija otro para llamar.'),
  'call.cannot-cancel': says(
    'Esta llamada ya no se puede cancelar aquí',
    'Cuelgue en su teléfono.',
  ),
  'call.caller-id-refused': says(
    'RingCentral rechazó ese identificador de llamada',
    'Elija otro número para mostrar en su cuenta de RingCentral.',
  ),
  'call.from-refused': says(
    'RingCentral no puede hacer sonar ese teléfono',
    'Elija otro teléfono para llamar.',
  ),
  'call.to-refused': says('RingCentral no puede llamar a ese número', 'Revise el número.'),
  'call.blocked': says('Las llamadas a ese número están bloqueadas', askAdministrator),
  'call.international-disabled': says(
    'Las llamadas internacionales están desactivadas en su cuenta',
    'Pida a su administrador de RingCentral que las permita.',
  ),
  'call.not-in-plan': says(
    'Su plan de RingCentral no incluye llamadas como esta',
    askAdministrator,
  ),
  'call.not-allowed': says('No tiene permiso para hacer esta llamada', askAdministrator),
  'call.paused': ({ time }) => {
    const resumes = time('resumesAt');
    return {
      title: 'RingCentral pidió una pausa',
      advice: resumes
        ? `Puede volver a llamar a ${withArticle(resumes)}.`
        : 'Puede volver a llamar en un minuto.',
    };
  },
  'call.cancel-unknown': says(
    'No es seguro que la llamada se cancelara',
    'RingCentral no respondió. Si su teléfono suena, no conteste; el historial lo dirá.',
  ),
  'call.outcome-unknown': says(
    'RingCentral no respondió, así que la llamada puede sonar o no',
    'Espere un momento a ver si su teléfono suena antes de reintentar.',
  ),
  'call.busy': says('La línea está ocupada', 'Intente en un rato o envíe un mensaje.'),
  'call.no-answer': says('Nadie contestó', 'Intente más tarde o envíe un mensaje.'),
  'call.you-no-answer': says(
    'Usted no contestó su teléfono',
    'Reintente y conteste, o elija otro teléfono para llamar.',
  ),
  'call.rejected': says('Rechazaron la llamada', 'Intente más tarde o envíe un mensaje.'),
  'call.no-credit': says(
    'No hay crédito suficiente para llamar',
    'Pida a su administrador de RingCentral que agregue crédito.',
  ),
  'call.failed': says('La llamada no se completó', 'Reintente o llame con este dispositivo.'),
  'call.gone': says('Esa llamada ya terminó', 'No queda nada por hacer.'),
};
