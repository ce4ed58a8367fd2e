export { recordEvent } from './commands/record-event.ts';
export type { Actor } from './domain/actor.ts';
export { defineEvent, type AuditEvent, type EventDefinition, type Subject } from './domain/event.ts';
export { listEvents, type EventFilter, type EventPage, type ListedEvent } from './queries/list-events.ts';
export { addAuditRoutes } from './routes.tsx';
