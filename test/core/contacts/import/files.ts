/** Files as programs export them, cut to a few people. */

export const outlook = [
  '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title","Business Street","Business Fax","Business Phone","Business Phone 2","Callback","Car Phone","Company Main Phone","Home Phone","Home Phone 2","Mobile Phone","Other Phone","Pager","Primary Phone","Assistant\'s Phone","E-mail Address","E-mail 2 Address","Notes","Web Page"',
  '"Dr.","Ada","King","Byron","","Engines, Ltd.","","Analyst","1 High St\r\nSuite 4","(212) 555-0199","(212) 555-0142","(212) 555-0143","","","","","","+1 (917) 555-0144","","","","","ada@example.com","","Said ""call after 4""\r\nLikes numbers",""',
  '"","Bob","","Stone","","","","","","","","","","","","310-555-0145","","","","","","","","","",""',
].join('\r\n');

export const google = [
  'First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value',
  'Ada,,Byron,,,,Engines Ltd,Analyst,,,,,* myContacts,* Work,ada@example.com ::: byron@example.com,Mobile,+1 917-555-0144 ::: +1 917-555-0146,Work Fax,(212) 555-0199',
  ',,,,,,Stone & Sons,,,,,,* myContacts,,,Main,310-555-0145,,',
].join('\n');

export const googleOld = [
  'Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title',
  'Ada Byron,Ada,,Byron,* myContacts,*,ada@example.com,Mobile,+1 917-555-0144,Engines Ltd,Analyst',
].join('\n');

export const salesforce = [
  'First Name,Last Name,Account Name,Title,Phone,Mobile,Email,Asst. Phone',
  'Ada,Byron,Engines Ltd,Analyst,(212) 555-0142,(917) 555-0144,ada@example.com,(212) 555-0147',
].join('\n');

export const hubspot = [
  'Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Company Name,Job Title,Lead Status',
  '151,Ada,Byron,ada@example.com,+12125550142,+19175550144,Engines Ltd,Analyst,NEW',
].join('\n');

export const german = [
  'Vorname;Nachname;Firma;Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse',
  'Jörg;Groß;Bäckerei Müller;(212) 555-0142;(917) 555-0144;joerg@example.com',
].join('\r\n');

export const appleVCard = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'PRODID:-//Apple Inc.//macOS 15.1//EN',
  'N:Byron;Ada;King;;',
  'FN:Ada King Byron',
  'ORG:Engines\\, Ltd.;Research',
  'TITLE:Analyst',
  'EMAIL;type=INTERNET;type=WORK;type=pref:ada@example.com',
  'TEL;type=CELL;type=VOICE;type=pref:+1 (917) 555-0144',
  'TEL;type=WORK;type=FAX:(212) 555-0199',
  'item1.TEL:(212) 555-0142',
  'item1.X-ABLabel:_$!<Main>!$_',
  'NOTE:Said "call after 4"\\nLikes numb',
  ' ers',
  'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAASABIAAD/4QBARXhpZgAATU0AKgAAAA',
  ' gAAYdpAAQAAAABAAAAGgAAAAAAAqACAAQAAAABAAAAgKADAAQAAAABAAAAgAAAAAD/7QA4UGhvdG',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:;;;;',
  'FN:Stone & Sons',
  'ORG:Stone & Sons;',
  'TEL;type=HOME:310-555-0145',
  'X-ABShowAs:COMPANY',
  'END:VCARD',
  '',
].join('\r\n');

export const vCard4 = [
  'BEGIN:VCARD',
  'VERSION:4.0',
  'FN:Ada Byron',
  'N:Byron;Ada;;;',
  'TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+1-917-555-0144',
  'TEL;VALUE=uri;TYPE=work:tel:+1-212-555-0142;ext=12',
  'EMAIL:ada@example.com',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:4.0',
  'KIND:group',
  'FN:Friends',
  'MEMBER:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af',
  'END:VCARD',
].join('\n');

export const vCard21 = [
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=47=72=6F=C3=9F;=4A=C3=B6=72=67;;;',
  'FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=F6rg Gro=DF',
  'TEL;CELL:9175550144',
  'TEL;WORK;VOICE:(212) 555-0142',
  'NOTE;ENCODING=QUOTED-PRINTABLE:Line one=0D=0ALine=',
  ' two; three',
  'PHOTO;ENCODING=BASE64;JPEG:',
  ' /9j/4AAQSkZJRgABAQAASABIAAD/4QBARXhpZgAATU0AKgAAAA',
  '',
  'END:VCARD',
].join('\r\n');
