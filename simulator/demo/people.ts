/** What somebody is to a mortgage broker; decides which conversations they have. */
export type Role = 'borrower' | 'refinance' | 'realtor' | 'partner' | 'lender' | 'personal';

export type Person = {
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role;
  readonly mobile: string;
  readonly business?: string;
  readonly home?: string;
  readonly company?: string;
  readonly jobTitle?: string;
  readonly notes?: string;
};

/** Forty address-book contacts. Their numbers lie in ranges that are reserved for fiction. */
export const people: readonly Person[] = [
  ...borrowers(),
  ...refinancing(),
  ...realtors(),
  ...partners(),
  ...lenders(),
  ...personal(),
];

function borrowers(): readonly Person[] {
  const person = (
    firstName: string,
    lastName: string,
    mobile: string,
    more: Partial<Person> = {},
  ): Person => ({ firstName, lastName, role: 'borrower', mobile, ...more });
  return [
    person('Maria', 'Delgado', '+15125550134', {
      home: '+15125550184',
      notes: 'First-time buyer, FHA. Prefers texts after 5.',
    }),
    person('Jamal', 'Washington', '+15125550141', { notes: 'VA loan, certificate on file.' }),
    person('Anh', 'Nguyen', '+17135550152', {
      business: '+17135550118',
      company: 'Bayou Dental Group',
    }),
    person('Ewa', 'Kowalska', '+13125550137', { notes: 'Relocating from Chicago in the summer.' }),
    person('Deshawn', 'Carter', '+12145550146'),
    person('Fatima', 'Al-Sayed', '+18325550139', { notes: 'Self-employed, two years of returns.' }),
    person('Connor', "O'Brien", '+16175550158'),
    person('Lucía', 'Fernández', '+12105550133', { home: '+12105550183' }),
    person('Kwame', 'Mensah', '+14045550149'),
    person('Arjun', 'Patel', '+19725550144', { notes: 'Co-borrower is Meera Patel.' }),
    person('Sofia', 'Rossi', '+19175550155', { company: 'Rossi Ceramics', jobTitle: 'Owner' }),
    person('Emily', 'Yellowhorse', '+15055550136'),
  ];
}

function refinancing(): readonly Person[] {
  const person = (firstName: string, lastName: string, mobile: string, notes?: string): Person => ({
    firstName,
    lastName,
    role: 'refinance',
    mobile,
    ...(notes === undefined ? {} : { notes }),
  });
  return [
    person('Harold', 'Jenkins', '+18175550142', 'Calls rather than texts. Be loud.'),
    person('Mei', 'Chen', '+14155550157'),
    person('Olumide', 'Adeyemi', '+14695550151', 'Cash-out for the kitchen.'),
    person('Brooke', 'Sandoval', '+17205550147'),
    person('Ruth', 'Goldberg', '+13055550153', 'Rate watch: below 6.'),
    person('Viktor', 'Petrov', '+17025550160'),
  ];
}

function realtors(): readonly Person[] {
  const person = (
    firstName: string,
    lastName: string,
    mobile: string,
    company: string,
    business?: string,
  ): Person => ({
    firstName,
    lastName,
    role: 'realtor',
    mobile,
    company,
    jobTitle: 'Realtor',
    ...(business === undefined ? {} : { business }),
  });
  return [
    person('Tanya', 'Brooks', '+15125550162', 'Brooks & Vale Realty', '+15125550115'),
    person('Luis', 'Cardenas', '+12105550161', 'Mission City Homes'),
    person('Ingrid', 'Solberg', '+15125550163', 'Hill Country Properties'),
    person('Darnell', 'Fox', '+17375550164', 'Foxglove Realty'),
    person('Nisha', 'Kapoor', '+14695550165', 'Lone Star Living'),
    person('Paige', 'Turner', '+18305550166', 'Comal Creek Realty', '+18305550117'),
  ];
}

function partners(): readonly Person[] {
  const person = (
    firstName: string,
    lastName: string,
    mobile: string,
    company: string,
    jobTitle: string,
  ): Person => ({ firstName, lastName, role: 'partner', mobile, company, jobTitle });
  return [
    person('Cheryl', 'Maddox', '+15125550167', 'Capitol Title & Escrow', 'Escrow Officer'),
    person('Ben', 'Yamada', '+15125550168', 'Clearview Appraisals', 'Appraiser'),
    person('Alicia', 'Romero', '+17375550169', 'Bluebonnet Insurance', 'Insurance Agent'),
    person('Gus', 'Papadakis', '+15125550190', 'Keystone Home Inspections', 'Inspector'),
    person('Simone', 'Laurent', '+12145550170', 'Laurent & Reyes Law', 'Attorney'),
  ];
}

function lenders(): readonly Person[] {
  const person = (
    firstName: string,
    lastName: string,
    mobile: string,
    company: string,
  ): Person => ({
    firstName,
    lastName,
    role: 'lender',
    mobile,
    company,
    jobTitle: 'Account Executive',
  });
  return [
    person('Rachel', 'Stern', '+14805550171', 'Northgate Wholesale'),
    person('Malik', 'Johnson', '+13035550172', 'Summit Peak Mortgage'),
    person('Claire', 'Beaumont', '+15035550173', 'Cascadia Home Loans'),
  ];
}

function personal(): readonly Person[] {
  const person = (
    firstName: string,
    lastName: string,
    mobile: string,
    more: Partial<Person> = {},
  ): Person => ({ firstName, lastName, role: 'personal', mobile, ...more });
  return [
    person('Theo', 'Whitlock', '+15125550130', { notes: 'Brother' }),
    person('Nora', 'Whitlock', '+442079460958', { notes: 'Aunt in London' }),
    person('Alistair', 'Graham', '+441632960174', {
      company: 'Graham Relocations',
      jobTitle: 'Relocation Consultant',
    }),
    person('Charlotte', 'Nguyen-Hughes', '+61491570156', {
      notes: 'Moving from Sydney in spring.',
    }),
    person('Liam', 'Fitzgerald', '+61255501234', { company: 'Harbour Expat Finance' }),
    person('Margaux', 'Tremblay', '+14165550175', { notes: 'Toronto buyer, non-resident loan.' }),
    person('Dr. Esther', 'Kim', '+15125550191', { company: 'Kim Family Dentistry' }),
    person('Coach', 'Ramirez', '+15125550131', { notes: 'Soccer, Saturdays' }),
  ];
}
