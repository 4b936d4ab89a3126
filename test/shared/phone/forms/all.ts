import { africaAndMiddleEast } from './africa-and-middle-east.ts';
import { asiaPacific } from './asia-pacific.ts';
import { britishIsles } from './british-isles.ts';
import { easternEurope } from './eastern-europe.ts';
import type { Region } from './form.ts';
import { franceAndBenelux } from './france-and-benelux.ts';
import { germanSpeaking } from './german-speaking.ts';
import { latinAmerica } from './latin-america.ts';
import { otherLinks, smsLinks, telLinks, type LinkForm } from './links.ts';
import { nordic } from './nordic.ts';
import { northAmerica } from './north-america.ts';
import { southernEurope } from './southern-europe.ts';

export const regions: readonly Region[] = [
  ...northAmerica,
  ...britishIsles,
  ...germanSpeaking,
  ...franceAndBenelux,
  ...nordic,
  ...southernEurope,
  ...easternEurope,
  ...latinAmerica,
  ...asiaPacific,
  ...africaAndMiddleEast,
];

export const links: readonly LinkForm[] = [...telLinks, ...otherLinks, ...smsLinks];
