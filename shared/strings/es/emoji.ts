import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

export const emoji: Words['emoji'] = {
  open: 'Insertar un emoji',
  title: 'Emojis',
  search: 'Buscar emojis (en inglés)',
  placeholder: 'En inglés: smile, house…',
  recent: 'Recientes',
  none: 'Ningún emoji se llama así en inglés',
  loading: 'Cargando emojis…',
  failed: 'No se pudieron cargar los emojis. Cierre esto y vuelva a intentarlo.',
  found: (count) => plural(count, 'emoji', 'emojis'),
  tone: 'Tono de piel',
  tones: {
    none: 'Predeterminado',
    light: 'Claro',
    mediumLight: 'Claro medio',
    medium: 'Medio',
    mediumDark: 'Oscuro medio',
    dark: 'Oscuro',
  },
  groups: {
    smileys_emotion: 'Caras y emociones',
    people_body: 'Personas y cuerpo',
    animals_nature: 'Animales y naturaleza',
    food_drink: 'Comida y bebida',
    travel_places: 'Viajes y lugares',
    activities: 'Actividades',
    objects: 'Objetos',
    symbols: 'Símbolos',
    flags: 'Banderas',
  },
};
