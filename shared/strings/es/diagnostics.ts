import { permissionName } from '../permissions.ts';
import { plural } from '../plural.ts';
import type { Words } from '../words.ts';
import { permissionUse } from './permissions.ts';

export const diagnostics: Words['diagnostics'] = {
  title: 'Diagnóstico',
  advice: 'Revisa lo que debe funcionar para llamar y enviar mensajes, aquí y en RingCentral.',
  open: '¿Qué falla?',
  openPage: 'Abrir Diagnóstico',
  openAdvice: 'Cuando algo no funciona: lo revisa todo y dice qué hacer.',
  run: 'Revisar de nuevo',
  running: 'Revisando…',
  checkedAt: (time) => `Revisado: ${time}`,
  summary: {
    fine: 'Todo funciona',
    trouble: (count) => `${plural(count, 'cosa requiere', 'cosas requieren')} atención`,
    partly: (skipped) =>
      `Nada falla; ${plural(skipped, 'revisión no fue posible', 'revisiones no fueron posibles')}`,
  },
  goTo: (check) => `Ir a: ${check}`,
  groups: { account: 'Cuenta', ringcentral: 'RingCentral', computer: 'Esta computadora' },
  outcomes: {
    pass: 'Funciona',
    warn: 'Requiere atención',
    fail: 'No funciona',
    skipped: 'Sin revisar',
  },
  checks: {
    credentials: 'Inicio de sesión',
    server: 'Servidor',
    clock: 'Reloj',
    token: 'Acceso a RingCentral',
    'app-permissions': 'Permisos de la aplicación',
    'user-permissions': 'Sus permisos',
    'text-number': 'Número para enviar mensajes',
    phone: 'Teléfono para llamar',
    'rate-budget': 'Límites de solicitudes',
    push: 'Actualizaciones en vivo',
    sync: 'Sincronización',
    archive: 'Base de datos',
    'key-ring': 'Llavero',
    'tel-handler': 'Enlaces telefónicos',
    'local-api': 'Otros programas',
  },
  fixes: {
    'sign-in': 'Iniciar sesión de nuevo',
    'try-again': 'Reintentar',
    'choose-phone': 'Elegir un teléfono',
    'phone-links': 'Enlaces telefónicos',
  },
  items: {
    all: (count) => `Mostrar los ${count}`,
    fine: (count) => `${plural(count, 'más está', 'más están')} bien`,
    granted: 'Concedido',
    permission: permissionName,
    missing: (permission) => {
      const use = permissionUse(permission);
      return use === undefined ? 'Falta' : `Falta: se necesita para ${use}`;
    },
    groups: {
      light: 'Solicitudes ligeras',
      medium: 'Mensajes y configuración',
      heavy: 'Llamadas e historial',
      auth: 'Inicio de sesión',
    },
    used: (used, limit) => `${used} de ${limit} usadas en este minuto`,
    pausedUntil: (time) => `En pausa hasta ${time}`,
    feeds: {
      messages: 'Mensajes',
      calls: 'Llamadas',
      contacts: 'Libreta de direcciones',
      directory: 'Directorio de la empresa',
    },
    record: (feed, id) => `${feed}: registro ${id}`,
    read: (when) => `Última lectura: ${when}`,
    neverRead: 'Aún sin leer',
    forbidden: (code) => `No permitido (${code})`,
    refusedWith: (code) => `rechazado con ${code}`,
  },
  methods: {
    browser: 'su navegador',
    jwt: 'un JWT',
    password: 'nombre de usuario y contraseña',
  },
  report: {
    title: 'Informe para soporte',
    advice:
      'No contiene contraseñas, tokens ni mensajes, y de los números solo los últimos dígitos. Léalo antes de compartirlo.',
    show: 'Mostrar lo que se copia',
    label: 'El informe',
    copy: 'Copiar informe',
    copied: 'Copiado',
    notCopied: 'No se pudo copiar. Seleccione el informe de abajo y cópielo usted.',
    heading: (version) => `Diagnóstico de Sidetone ${version}`,
    runsOn: (runtime, platform) => `${runtime}, ${platform}`,
  },
};
