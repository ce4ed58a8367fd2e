export { type HoldingIds, stateHolding, type StatedHolding } from './commands/state-holding.ts';
export { actFor, askerOf, rowReader } from './asker.ts';
export type { Belonging, Belongings, Leaver } from './belongings.ts';
export { addPerson, type PersonToAdd } from './commands/add-person.ts';
export { addPost } from './commands/add-post.ts';
export type { Beginning, Ending, Manner } from './domain/holding.ts';
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
  roleGround,
  sitsOn,
  type Thing,
} from './domain/asker.ts';
export { isRole, mayGoWithPost, type Role, ROLE_WORDS, ROLES } from './domain/role.ts';
export { parsePrintedName } from './domain/parse-name.ts';
export type { Standing } from './domain/standing.ts';
export type { FindFurtherFacts, FurtherFacts } from './further-facts.ts';
export { identityEvents } from './events.ts';
export { needs, type Permission, permission } from './permission.ts';
export {
  mayChangePeople,
  mayJudgePeople,
  mayReadNameHistory,
  mayReadPosts,
  mayReadTrail,
  whyMayReadTrail,
} from './permissions.ts';
export { holdersOfPosts, holdersOn, type Holder, holdingsOf } from './queries/holders-on.ts';
export { type HolderWithRights, holdersWithRights } from './queries/holders-with-rights.ts';
export { type HowHeld, howHeld } from './queries/how-held.ts';
export { findPeople } from './queries/list-people.ts';
export {
  isPerson,
  lockWhom,
  personNamedInFull,
  postNamed,
  postTitles,
} from './queries/known-people-and-posts.ts';
export { type NamedPost, postsById } from './queries/posts-by-id.ts';
export { readJoined } from './queries/read-joined.ts';
export { nameAmong, namesOn, type StoredName } from './queries/read-names.ts';
export { peopleByPrintedName, type PrintedNameMatch } from './queries/people-by-printed-name.ts';
export { recordsOfPeople, recordsOfPerson } from './queries/records-of-person.ts';
export { addIdentityRoutes } from './routes.tsx';
export { identityPaths } from './paths.ts';
export { dayBoxes, optionalText, reasonField, sourceField, statedOnField } from './forms/fields.ts';
export { type PersonOption, PersonSelect, WhoSaysSo } from './views/fields.tsx';
export { change, show } from './change.ts';
