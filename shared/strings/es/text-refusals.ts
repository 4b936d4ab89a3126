import type { FailureWords } from '../sentence.ts';
import type { Words } from '../words.ts';

const words = (title: string, advice: string): FailureWords => ({ title, advice });

const ask = 'Consulte a su administrador de RingCentral';
const registration =
  'Pida a su administrador de RingCentral que lo registre (marca y campaña, o verificación del número gratuito).';
const plainer = 'Escríbalo con palabras más sencillas, sin enlaces, y envíelo de nuevo.';
const sendAgain = 'Envíelo de nuevo.';
const sendOrCall = 'Envíelo de nuevo o llame.';
const tooLong = 'Envíelo en dos más cortos.';
const mayStart = 'Mejor llame. Puede enviar START para permitir mensajes de nuevo.';
const otherSender = 'Elija otro número para enviar mensajes.';
const fault = 'Es una falla de Sidetone. Guarde un informe desde Diagnóstico y envíenoslo.';
const allow = 'Pida a su administrador de RingCentral que los permita.';
const waits = 'No hay nada que hacer: Sidetone espera lo que se le indica.';

const byCode: Words['textRefusals']['byCode'] = {
  'SMS-RC-403': words(
    'Su cuenta envió todos los mensajes que puede por ahora',
    `Envíelo de nuevo mañana. ${ask} si se puede subir el límite.`,
  ),
  'SMS-RC-410': words(
    'RingCentral no puede enviar mensajes a ese número',
    'Revise el número o llame.',
  ),
  'SMS-RC-413': words(
    'Esa persona pidió a RingCentral no recibir más mensajes de este número',
    mayStart,
  ),
  'SMS-RC-430': words('El filtro de RingCentral tomó este mensaje por spam', plainer),
  'SMS-RC-500': words('RingCentral tuvo una falla propia', sendAgain),
  'SMS-RC-501': words('RingCentral no pudo pasar el mensaje', sendAgain),
  'SMS-RC-503': words('Su número no está bien configurado para mensajes', registration),
  'SMS-RC-504': words(
    'La conexión de RingCentral con los operadores está mal configurada',
    'Reintente en una hora. Si continúa, pida a su administrador de RingCentral que lo reporte.',
  ),
  'SMS-UP-410': words('Ese número es un teléfono fijo o no existe', 'Revíselo, o mejor llame.'),
  'SMS-UP-413': words('Esa persona pidió no recibir más mensajes de este número', mayStart),
  'SMS-UP-414': words('Su número no está configurado para mensajes', registration),
  'SMS-UP-430': words('Un filtro en el camino tomó este mensaje por spam', plainer),
  'SMS-UP-431': words(
    'Su número fue marcado y sus mensajes se retienen',
    'Envíe desde otro número, y pida a su administrador de RingCentral que lo revise.',
  ),
  'SMS-UP-432': words('El mensaje es demasiado largo para el camino que sigue', tooLong),
  'SMS-UP-433': words(
    'El contenido de este mensaje no está permitido',
    'Los operadores rechazan algunos temas sin importar las palabras. Escríbalo de otra manera o llame.',
  ),
  'SMS-UP-500': words('La red detrás de RingCentral tuvo una falla', sendAgain),
  'SMS-CAR-104': words(
    'El operador del destinatario no ha dicho si llegó',
    'Puede que sí. Pregunte antes de enviarlo de nuevo.',
  ),
  'SMS-CAR-199': words('El operador del destinatario no dio un motivo claro', sendOrCall),
  'SMS-CAR-400': words(
    'El operador del destinatario no acepta este tipo de mensaje',
    'Envíe solo palabras, sin archivos, o llame.',
  ),
  'SMS-CAR-410': words(
    'No se pudo llegar al teléfono por demasiado tiempo, y el mensaje venció',
    'Envíelo de nuevo más tarde o llame.',
  ),
  'SMS-CAR-411': words(
    'El operador del destinatario no conoce ese número',
    'Revise el número o llame.',
  ),
  'SMS-CAR-412': words(
    'No se puede llegar al teléfono del destinatario',
    'Puede estar apagado o en otro país. Envíelo de nuevo más tarde o llame.',
  ),
  'SMS-CAR-413': words(
    'Esa persona pidió a su operador no recibir más mensajes de este número',
    mayStart,
  ),
  'SMS-CAR-414': words(
    'El operador del destinatario no acepta mensajes de su número',
    registration,
  ),
  'SMS-CAR-430': words('El operador del destinatario tomó este mensaje por spam', plainer),
  'SMS-CAR-431': words(
    'El operador del destinatario rechazó este mensaje sin dar un motivo',
    'Intente más tarde con otras palabras o llame.',
  ),
  'SMS-CAR-432': words('El mensaje es demasiado largo para el operador del destinatario', tooLong),
  'SMS-CAR-433': words(
    'El operador del destinatario no pudo leer este mensaje',
    'Quite los caracteres inusuales y los emojis, y envíelo de nuevo.',
  ),
  'SMS-CAR-434': words(
    'Los archivos son demasiado grandes para el operador del destinatario',
    'Envíe una imagen más pequeña o menos archivos.',
  ),
  'SMS-CAR-435': words(
    'Los operadores rechazan los enlaces acortados',
    'Ponga la dirección completa en lugar de la corta, y envíelo de nuevo.',
  ),
  'SMS-CAR-450': words(
    'T-Mobile no acepta más mensajes de su empresa hoy',
    `Envíelo de nuevo mañana. ${ask} por el límite diario de la marca.`,
  ),
  'SMS-CAR-451': words(
    'AT&T no acepta más mensajes de su empresa por ahora',
    `Envíelo de nuevo más tarde. ${ask} por el límite de la campaña.`,
  ),
  'SMS-CAR-452': words(
    'El operador del destinatario no acepta más mensajes de su empresa por ahora',
    `Envíelo de nuevo mañana. ${ask} por el límite.`,
  ),
  'SMS-CAR-460': words(
    'Es un código corto, y se rechazan los mensajes a él',
    'Use el número completo de quien desea contactar.',
  ),
  'SMS-CAR-461': words(
    'Su número gratuito no ha sido verificado',
    'Pida a su administrador de RingCentral que lo haga verificar, o envíe desde un número local.',
  ),
  'SMS-CAR-500': words('El operador del destinatario tuvo una falla propia', sendOrCall),
  'CMN-101': words(
    'RingCentral no pudo leer parte de este mensaje',
    'Revise el número y las palabras, y envíelo de nuevo.',
  ),
  'CMN-102': words(
    'RingCentral no conoce ese número',
    'Revise el número, incluido el código de país.',
  ),
  'CMN-104': words('RingCentral no pudo leer la solicitud', fault),
  'CMN-401': words(
    'La aplicación con la que Sidetone inicia sesión no puede enviar mensajes',
    'Pida a su administrador de RingCentral que le agregue el permiso SMS.',
  ),
  'CMN-406': words('El mismo número está dos veces', 'Quite uno y envíelo de nuevo.'),
  'CMN-408': words(
    'Su usuario de RingCentral no puede enviar mensajes',
    'Pida a su administrador de RingCentral el permiso OutboundSMS.',
  ),
  'CMN-414': words('RingCentral no pudo leer ese número', 'Revise el número y envíelo de nuevo.'),
  'BIL-103': words('Su plan de RingCentral no incluye esto', `${ask}.`),
  'MSG-240': words('Los mensajes internacionales están desactivados en su cuenta', allow),
  'MSG-241': words('Un número de fax no puede enviar mensajes', otherSender),
  'MSG-242': words('Los mensajes no están configurados para su número', registration),
  'MSG-243': words('Usted bloqueó ese número', 'Desbloquéelo en RingCentral o llame.'),
  'MSG-245': words('El número desde el que debía salir no es suyo', otherSender),
  'MSG-246': words('No se pueden enviar mensajes a una extensión', 'Use su número completo.'),
  'MSG-247': words('No se pueden enviar mensajes a un número corto', 'Use el número completo.'),
  'MSG-304': words('El número desde el que debía salir es de otra persona', otherSender),
  'MSG-314': words(
    'Su extensión es de un tipo que no puede enviar mensajes',
    'Pida a su administrador de RingCentral una extensión que pueda.',
  ),
  'MSG-348': words(
    'RingCentral no acepta ese tipo de archivo',
    'Envíe una imagen, un video, un audio, un PDF o un contacto.',
  ),
  'MSG-365': words('RingCentral no pudo leer la solicitud', fault),
  'MSG-367': words('Su número no envía mensajes', registration),
  'MSG-376': words(
    'Los archivos son demasiado grandes',
    'Todos los archivos de un mensaje pueden sumar 1.5 MB.',
  ),
  'MSG-379': words('Hay demasiados archivos', 'Un mensaje admite hasta diez.'),
  'MSG-381': words(
    'Demasiadas personas para un mensaje',
    'Un mensaje de grupo admite 10 personas como máximo.',
  ),
  'MSG-383': words(
    'Desde su cuenta no se pueden enviar archivos al extranjero',
    'Envíe solo palabras, o pida a su administrador de RingCentral que lo permita.',
  ),
  'MSG-384': words(
    'Su cuenta llegó a un límite',
    `Envíelo de nuevo mañana. ${ask} si se puede subir.`,
  ),
  'MSG-388': words('RingCentral no envía mensajes a ese destino', 'Mejor llame.'),
  FeatureNotAvailable: words('Ese número no puede enviar mensajes por usted', otherSender),
  InternationalProhibited: words(
    'Los mensajes internacionales están desactivados en su cuenta',
    allow,
  ),
  'CMN-301': words('RingCentral no acepta más solicitudes por un momento', waits),
  'MSG-305': words('RingCentral no acepta más mensajes por un momento', waits),
  'MSG-290': words(
    'RingCentral no pudo enviarlo en ese momento',
    'No hay nada que hacer: Sidetone reintenta por sí solo.',
  ),
};

export const textRefusals: Words['textRefusals'] = {
  byCode,
  sides: {
    text: 'Lo que se escribió o adjuntó',
    recipient: 'El número o teléfono del destinatario',
    sender: 'Su número',
    account: 'Su cuenta de RingCentral',
    carrier: 'Una compañía telefónica en el camino',
    ringcentral: 'RingCentral',
  },
  again: {
    now: 'Sí, a menudo funciona la segunda vez.',
    later: 'Sí, pero no de inmediato.',
    changed: 'Solo después de cambiar lo que se describe arriba.',
    never: 'No, se rechazaría otra vez.',
  },
};
