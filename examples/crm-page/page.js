import { createSidetone } from './sidetone.js';

const customers = [
  { name: 'Ada Brook', number: '+12125550142', loan: 'Purchase, 30 years fixed' },
  { name: 'Tom Reyes', number: '+15125550137', loan: 'Refinance' },
  { name: 'Mia Chen', number: '+19075550141', loan: 'Home equity' },
];

const find = (id) => document.getElementById(id);
const say = (words) => {
  find('said').textContent = words;
};

let sidetone;
let listening;

function element(name, words, more = {}) {
  return Object.assign(document.createElement(name), { textContent: words, ...more });
}

function button(label, name, work) {
  const made = element('button', label, { type: 'button', ariaLabel: name });
  made.addEventListener('click', async () => {
    if (sidetone === undefined) return say('Connect first.');
    made.disabled = true;
    try {
      say(await work());
    } catch (error) {
      // The sentence that Sidetone has for it, as it is.
      say(error.message);
    } finally {
      made.disabled = false;
    }
  });
  return made;
}

async function call({ name, number }) {
  const { status } = await sidetone.call(number, crypto.randomUUID());
  return status === 'waiting' ? `Confirm the call to ${name} on Sidetone's card.` : status;
}

async function text({ name, number }) {
  const message = prompt(`Text ${name}`);
  if (!message) return '';
  await sidetone.text(number, message, crypto.randomUUID());
  return `The text to ${name} is on its way.`;
}

function show(customer) {
  const row = document.createElement('tr');
  const reach = document.createElement('td');
  const { name, number } = customer;
  reach.append(
    button(number, `Call ${name}`, () => call(customer)),
    button('Text', `Text ${name}`, () => text(customer)),
  );
  row.append(element('th', name, { scope: 'row' }), element('td', customer.loan), reach);
  row.id = `customer-${number}`;
  find('customers').append(row);
}

/** Marks the customer who calls or texts, and keeps the latest lines. */
function tell({ type, data }) {
  const { direction, from_number: from, to_number: to } = data.call ?? data.message ?? {};
  const number = direction === 'outbound' ? to : from;
  const known = customers.find((customer) => customer.number === number);
  find('events').prepend(element('li', `${type}: ${known?.name ?? number ?? ''}`));
  find('events').children[20]?.remove();
  const row = known && find(`customer-${number}`);
  row?.classList.toggle('ringing', type === 'call.ringing' || type === 'call.connected');
}

async function listen() {
  listening?.abort();
  listening = new AbortController();
  for await (const event of sidetone.events({ signal: listening.signal })) tell(event);
}

find('connect').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { url, token } = Object.fromEntries(new FormData(event.target));
  sidetone = createSidetone({ url, token });
  try {
    const { authenticated, from_number: from } = await sidetone.status();
    say(authenticated ? `Connected, as ${from}.` : 'Sign in to Sidetone first.');
    listen().catch((error) => say(error.message));
  } catch (error) {
    sidetone = undefined;
    // A browser says no more than that when Sidetone is closed or this origin is not listed.
    say(error.code === undefined ? 'Is Sidetone running, and this page listed?' : error.message);
  }
});

for (const customer of customers) show(customer);

// Sidetone opens this page for whoever is on the phone: …/?phone={e164}
const asked = new URLSearchParams(location.search).get('phone');
find(`customer-${asked}`)?.classList.add('asked');
