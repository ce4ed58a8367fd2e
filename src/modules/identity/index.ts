export { type HoldingIds, stateHolding, type StatedHolding } from './holdings/state-holding.write.ts';
export { actFor, askerOf } from './asking/act-for.ts';
export type { Belonging, Belongings, Leaver } from './leaving/belongings.shape.ts';
export { addPerson, type PersonToAdd } from './people/add-person.ts';
export { addPost } from './posts/add-post.ts';
export type { Beginning, Ending, Manner } from './holdings/holding.rule.ts';
export {
  type Asker,
  type Days,
  type Ground,
  hasNeedToKnow,
  hasRole,
  holdsOn,
  isExcluded,
  isTheMachine,
  postsHeld,
  sitsOn,
  somebodyWith,
  type Thing,
} from './asking/asker.rule.ts';
export { isRole, mayGoWithPost, type Role, ROLE_WORDS, ROLES } from './asking/role.shape.ts';
export { parsePrintedName } from './names/parse-name.rule.ts';
export type { Standing } from './holdings/standing.rule.ts';
export type { FindFurtherFacts, FurtherFacts } from './people/further-facts.shape.ts';
export { identityEvents } from './events.ts';
export { needs, type Permission, permission, rolesThatMay } from './asking/permission.rule.ts';
export { refuse } from './asking/refuse.route.ts';
export { mayChangePeople, mayReadTrail, whyMayReadTrail } from './permissions.ts';
export { holdersOfPosts, holdersOn, type Holder, holdingsOf } from './holdings/holders-on.read.ts';
export { type HolderWithRights, holdersWithRights } from './holdings/holders-with-rights.read.ts';
export { type HowHeld, howHeld } from './holdings/how-held.read.ts';
export { findPeople } from './people/list-people.read.ts';
export {
  isPerson,
  lockWhom,
  personNamedInFull,
  postNamed,
  postTitles,
} from './people/known-people-and-posts.read.ts';
export { type NamedPost, postsById } from './posts/posts-by-id.read.ts';
export { readJoined } from './same-person/read-joined.read.ts';
export { nameAmong, namesOn, type StoredName } from './names/read-names.read.ts';
export { peopleByPrintedName, type PrintedNameMatch } from './people/people-by-printed-name.read.ts';
export { recordsOfPeople, recordsOfPerson } from './same-person/records-of-person.read.ts';
export { addIdentityRoutes } from './module.ts';
export { identityPaths } from './paths.ts';
export { optionalText, reasonField, sourceField, statedOnField } from './sources/source.form.ts';
export { type PersonOption, PersonSelect, WhoSaysSo } from './sources/who-says-so.view.tsx';
export { change } from './asking/change.route.ts';
