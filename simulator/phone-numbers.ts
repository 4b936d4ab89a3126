/** What the simulator needs to know about a dialled string; the app's own parser is not used here. */
export type ParsedNumber = {
  readonly e164: string;
  readonly callingCode: string;
  readonly isoCode: string;
  readonly countryName: string;
  /** The number without its calling code. */
  readonly national: string;
};

type Country = {
  readonly callingCode: string;
  readonly isoCode: string;
  readonly name: string;
  readonly nationalLength: readonly [number, number];
};

const COUNTRIES: readonly Country[] = [
  { callingCode: '1', isoCode: 'US', name: 'United States', nationalLength: [10, 10] },
  { callingCode: '44', isoCode: 'GB', name: 'United Kingdom', nationalLength: [9, 10] },
  { callingCode: '61', isoCode: 'AU', name: 'Australia', nationalLength: [9, 9] },
  { callingCode: '353', isoCode: 'IE', name: 'Ireland', nationalLength: [7, 9] },
  { callingCode: '33', isoCode: 'FR', name: 'France', nationalLength: [9, 9] },
  { callingCode: '49', isoCode: 'DE', name: 'Germany', nationalLength: [6, 12] },
  { callingCode: '52', isoCode: 'MX', name: 'Mexico', nationalLength: [10, 10] },
  { callingCode: '91', isoCode: 'IN', name: 'India', nationalLength: [10, 10] },
];

const CANADIAN_AREAS = new Set(['403', '416', '418', '438', '514', '587', '604', '613', '647']);
const TOLL_FREE_AREAS = new Set(['800', '833', '844', '855', '866', '877', '888']);

/** Reads a number as typed in the United States; undefined when it cannot be one. */
export function parsePhoneNumber(typed: string): ParsedNumber | undefined {
  if (!/^[+\d\s().-]+$/.test(typed.trim())) return undefined;
  const digits = typed.replace(/\D/g, '');
  if (typed.trim().startsWith('+')) return fromInternational(digits);
  if (digits.startsWith('011')) return fromInternational(digits.slice(3));
  if (digits.length === 11 && digits.startsWith('1')) return fromInternational(digits);
  return digits.length === 10 ? fromInternational(`1${digits}`) : undefined;
}

function fromInternational(digits: string): ParsedNumber | undefined {
  const country = COUNTRIES.find((entry) => digits.startsWith(entry.callingCode));
  if (!country) return undefined;
  const national = digits.slice(country.callingCode.length);
  const [shortest, longest] = country.nationalLength;
  if (national.length < shortest || national.length > longest) return undefined;
  if (country.callingCode === '1' && /^[01]|^...[01]/.test(national)) return undefined;
  const canadian = country.callingCode === '1' && CANADIAN_AREAS.has(national.slice(0, 3));
  return {
    e164: `+${digits}`,
    callingCode: country.callingCode,
    isoCode: canadian ? 'CA' : country.isoCode,
    countryName: canadian ? 'Canada' : country.name,
    national,
  };
}

export function isTollFree(number: ParsedNumber): boolean {
  return number.callingCode === '1' && TOLL_FREE_AREAS.has(number.national.slice(0, 3));
}

/** "(512) 555-0142" in North America, digits in groups elsewhere. */
export function formatNational(number: ParsedNumber): string {
  const { national } = number;
  if (number.callingCode !== '1') return national.replace(/(\d{3,4})(?=\d{3})/g, '$1 ').trim();
  return `(${national.slice(0, 3)}) ${national.slice(3, 6)}-${national.slice(6)}`;
}
