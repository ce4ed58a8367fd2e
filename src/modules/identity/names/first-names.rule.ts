import { foldName } from './name.rule.ts';

/** Forenames that are one name in everyday use, a group a line. A short form may stand in several groups. */
const GROUPS: readonly (readonly string[])[] = [
  'alan allan allen al',
  'alexander alex alec sandy alasdair',
  'andrew andy drew',
  'ann anne anna annie',
  'anthony antony tony',
  'barbara barb babs',
  'benjamin ben',
  'catherine katherine kathryn katharine cathy kathy kate katie cath kath',
  'charles charlie',
  'christine christina chris tina',
  'christopher chris',
  'daniel dan danny',
  'david dave',
  'deborah debra debbie deb',
  'dorothy dorothea dot dotty',
  'edward ed eddie ted',
  'elizabeth elisabeth liz lizzie beth betty eliza',
  'frances fran',
  'francis frank',
  'frederick fred freddie',
  'gerald gerard gerry jerry',
  'gillian gill jill',
  'gregory greg',
  'harold harry',
  'henry harry hal',
  'jacqueline jackie jacqui',
  'james jim jimmy jamie',
  'jane janie',
  'jennifer jenny jen',
  'john jon jack johnny',
  'jonathan jonathon jon',
  'joseph joe',
  'joanne joanna jo',
  'kenneth ken',
  'lawrence laurence larry laurie',
  'leonard len lenny',
  'margaret maggie meg peggy marge',
  'mark marc',
  'martin martyn',
  'matthew matt',
  'michael mike mick',
  'michelle shelley',
  'nathaniel nathan nat',
  'nicholas nicolas nick',
  'nicola nicky nikki',
  'patricia pat patsy tricia trish',
  'patrick pat paddy',
  'penelope penny',
  'peter pete',
  'philip phillip phil',
  'philippa pippa',
  'rebecca becky',
  'richard rick dick',
  'robert rob bob bobby',
  'roderick rod',
  'ronald ron',
  'samantha sam',
  'samuel sam',
  'sandra sandy',
  'stephen steven steve',
  'stuart stewart',
  'susan sue susie',
  'theresa teresa terry tess',
  'terence terry',
  'thomas tom tommy',
  'timothy tim',
  'valerie val',
  'victoria vicky',
  'william bill will billy',
].map((line) => line.split(' '));

const groupsOf = new Map<string, number[]>();
GROUPS.forEach((names, group) => {
  for (const name of names) groupsOf.set(name, [...(groupsOf.get(name) ?? []), group]);
});

/** Whether two forenames are in everyday use one name: Liz and Elizabeth, Jon and John. A name is not its own. */
export function areShortForms(one: string, other: string): boolean {
  const [a, b] = [foldName(one), foldName(other)];
  if (a === b) return false;
  const groups = groupsOf.get(b);
  return groupsOf.get(a)?.some((group) => groups?.includes(group) === true) === true;
}
