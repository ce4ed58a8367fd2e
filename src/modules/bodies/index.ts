export { addOption, addOptionsPaper } from './options/state-options.ts';
export { statePaper } from './papers/state-paper.ts';
export { stateProtocol, stateStatutoryPost } from './accountability/state-protocol.ts';
export { StatedPaper } from './papers/stated-paper.shape.ts';
export { DUTIES, type Duty } from './accountability/statutory-posts.rule.ts';
export { bodiesEvents } from './events.ts';
export { mayKeepBodies } from './permissions.ts';
export { bodiesBySlug } from './life/bodies-by-slug.read.ts';
export { bodyPaths } from './paths.ts';
export { addBodiesRoutes } from './module.ts';
export { bodiesBelongings } from './belongings.ts';
export { seatsOfPerson } from './seats/seats-of-person.read.ts';

export { type ChamberOnDay, chamberOn } from './groups/groups-on.read.ts';
export { BodiesTabs } from './visiting/bodies-tabs.view.tsx';
export { visitBodies } from './visiting/visit-bodies.route.ts';
