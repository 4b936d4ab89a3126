/** Where an area code is, as RingCentral's `location` says it. */
const PLACES: Readonly<Record<string, string>> = {
  '206': 'Seattle, WA',
  '210': 'San Antonio, TX',
  '214': 'Dallas, TX',
  '281': 'Houston, TX',
  '303': 'Denver, CO',
  '305': 'Miami, FL',
  '312': 'Chicago, IL',
  '404': 'Atlanta, GA',
  '415': 'San Francisco, CA',
  '416': 'Toronto, ON',
  '469': 'Dallas, TX',
  '480': 'Mesa, AZ',
  '503': 'Portland, OR',
  '505': 'Albuquerque, NM',
  '512': 'Austin, TX',
  '604': 'Vancouver, BC',
  '617': 'Boston, MA',
  '702': 'Las Vegas, NV',
  '713': 'Houston, TX',
  '720': 'Denver, CO',
  '737': 'Austin, TX',
  '817': 'Fort Worth, TX',
  '830': 'New Braunfels, TX',
  '832': 'Houston, TX',
  '915': 'El Paso, TX',
  '917': 'New York, NY',
  '972': 'Dallas, TX',
};

/** The place of a North American number; undefined elsewhere and for toll-free numbers. */
export function placeOf(phoneNumber: string): string | undefined {
  return phoneNumber.startsWith('+1') ? PLACES[phoneNumber.slice(2, 5)] : undefined;
}
