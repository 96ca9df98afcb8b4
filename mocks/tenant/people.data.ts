// Who works at Contoso and whom they write to. Addresses come from the ranges set aside for documentation and benchmarks
// (RFC 5737, RFC 2544, RFC 3849), so that no real network is ever shown as a suspect.

export const firstNames: readonly string[] = [
  'Adele', 'Aiko', 'Aisha', 'Alejandro', 'Amara', 'Amelie', 'Anders', 'Anjali', 'Antoine', 'Arjun', 'Astrid', 'Ayse', 'Beatriz', 'Bilal',
  'Björn', 'Bruno', 'Carmen', 'Chiara', 'Chidi', 'Chloe', 'Conor', 'Daan', 'Dalia', 'Daniel', 'Dariusz', 'Deniz', 'Diego', 'Dmytro',
  'Ebba', 'Elif', 'Emeka', 'Emma', 'Enzo', 'Esther', 'Farid', 'Fatima', 'Felix', 'Femke', 'Finn', 'Freya', 'Gabriela', 'Giulia', 'Grace',
  'Hana', 'Hans', 'Haruto', 'Hye-jin', 'Ibrahim', 'Ines', 'Ingrid', 'Isaac', 'Ivana', 'Jakub', 'Jamal', 'Jin', 'Joana', 'Jonas', 'Julia',
  'Kai', 'Karim', 'Katarzyna', 'Kenji', 'Kofi', 'Lars', 'Laura', 'Leila', 'Liam', 'Ling', 'Lucas', 'Mahmoud', 'Maja', 'Marek', 'Maria',
  'Mateo', 'Mei', 'Miguel', 'Mina', 'Nadia', 'Naoki', 'Niamh', 'Nikolai', 'Noor', 'Olga', 'Omar', 'Paolo', 'Petra', 'Pooja', 'Quentin',
  'Rafael', 'Rania', 'Ravi', 'Rosa', 'Sanne', 'Santiago', 'Seo-yeon', 'Sofia', 'Stefan', 'Tamar', 'Tariq', 'Thabo', 'Viktor', 'Wei',
];
export const lastNames: readonly string[] = [
  'Abebe', 'Acheampong', 'Ahmed', 'Almeida', 'Andersen', 'Bakker', 'Banerjee', 'Bauer', 'Becker', 'Bernard', 'Bianchi', 'Björklund', 'Chen',
  'Cohen', 'Costa', 'Cruz', 'Dąbrowski', 'De Vries', 'Demir', 'Diaz', 'Dubois', 'Eriksen', 'Fernandes', 'Ferrari', 'Fischer', 'Fontaine',
  'Garcia', 'Georgiou', 'Gonzalez', 'Gupta', 'Haddad', 'Hansen', 'Hassan', 'Hoffmann', 'Horvat', 'Ito', 'Ivanov', 'Jansen', 'Jensen',
  'Joshi', 'Kamau', 'Kaya', 'Khan', 'Kim', 'Kowalska', 'Kumar', 'Laurent', 'Lee', 'Levy', 'Li', 'Lindqvist', 'Lopez', 'Lund', 'Maier',
  'Mbeki', 'Mehta', 'Meyer', 'Moreau', 'Müller', 'Murphy', 'Nair', 'Nakamura', 'Nguyen', 'Nowak', "O'Brien", 'Okafor', 'Olsen', 'Osei',
  'Park', 'Patel', 'Pereira', 'Petrov', 'Popescu', 'Quinn', 'Ramirez', 'Reyes', 'Ricci', 'Rossi', 'Saito', 'Santos', 'Schmidt', 'Sharma',
  'Shevchenko', 'Silva', 'Singh', 'Smith', 'Sørensen', 'Suzuki', 'Takahashi', 'Tan', 'Tanaka', 'Torres', 'Vance', 'Van Dijk', 'Walsh',
  'Wang', 'Weber', 'Yamamoto', 'Yilmaz', 'Zhang', 'Zielińska',
];
export const departments: readonly string[] = [
  'Sales', 'Finance', 'Legal', 'Engineering', 'Operations', 'Marketing', 'Human Resources', 'Research', 'Customer Support', 'IT',
];
/** [city, first three bytes of the office's IPv4 addresses, IPv6 prefix, name of the administrative unit] */
export const offices: readonly (readonly [city: string, v4: string, v6: string, adminUnit: string])[] = [
  ['Redmond', '203.0.113', '2001:db8:a1', 'Americas'],
  ['Berlin', '198.51.100', '2001:db8:b2', 'Europe'],
  ['Pune', '192.0.2', '2001:db8:c3', 'Asia Pacific'],
  ['São Paulo', '198.18.7', '2001:db8:d4', 'Americas'],
  ['Nairobi', '198.18.9', '2001:db8:e5', 'Africa'],
];
export const partnerDomains: readonly string[] = [
  'fabrikam.com', 'northwindtraders.com', 'adatum.com', 'litwareinc.com', 'proseware.com', 'tailspintoys.com', 'woodgrovebank.com',
];
export const freeMailDomains: readonly string[] = ['gmail.com', 'outlook.com', 'yahoo.com', 'gmx.de', 'proton.me'];
