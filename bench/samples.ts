/** Small models that stand for the most a generic catalogue should say: a plain web server with nothing stated. */

const HEAD = `wardbook: 1
description: Nothing is stated beyond kinds and zones.
zones:
  internet: { name: Internet, trust: 0 }
  dmz: { name: DMZ, trust: 3 }
  inside: { name: Inside, trust: 6 }
`;
const SERVER = '  web: { type: process, kind: web-server, name: Web server, zone: dmz }\n';

/** Name and YAML of each; the first two are held to the aim, the third shows what a database adds. */
export const WEB_SERVERS: readonly (readonly [name: string, yaml: string])[] = [
  ['web server alone', `name: Alone\n${HEAD}elements:\n${SERVER}`],
  [
    'with visitors',
    `name: Visitors\n${HEAD}elements:\n${SERVER}  visitor: { type: external-entity, kind: end-user, name: Visitor, zone: internet }
flows:
  ask: { from: visitor, to: web }
  answer: { from: web, to: visitor }
`,
  ],
  [
    'with a database',
    `name: Database\n${HEAD}elements:\n${SERVER}  visitor: { type: external-entity, kind: end-user, name: Visitor, zone: internet }
  db: { type: data-store, kind: relational-database, name: Database, zone: inside }
flows:
  ask: { from: visitor, to: web }
  answer: { from: web, to: visitor }
  write: { from: web, to: db }
  read: { from: db, to: web }
`,
  ],
];
