import { getAddressBookSync } from '../address-book/address-book-sync.ts';
import {
  deleteContact,
  getContact,
  getContacts,
  postContact,
  putContact,
} from '../address-book/contacts.ts';
import type { Route } from '../http/routes.ts';
import { EXTENSION, may, row } from './rows.ts';

const CONTACTS = `${EXTENSION}/address-book/contact`;
const CONTACT = `${CONTACTS}/:contactId`;

const read = may('ReadContacts', 'ReadPersonalContacts');
const edit = may('Contacts', 'EditPersonalContacts');

export const contactRoutes: readonly Route[] = [
  row('GET', CONTACTS, 'Heavy', read, getContacts),
  row('POST', CONTACTS, 'Heavy', edit, postContact),
  row('GET', CONTACT, 'Heavy', read, getContact),
  row('PUT', CONTACT, 'Heavy', edit, putContact),
  row('PATCH', CONTACT, 'Heavy', edit, putContact),
  row('DELETE', CONTACT, 'Heavy', edit, deleteContact),
  row('GET', `${EXTENSION}/address-book-sync`, 'Heavy', read, getAddressBookSync),
];
