import { z } from 'zod';
import { defineEvent } from './recording/event.shape.ts';

/** A restricted thing was shown to somebody. Its subject is the thing, of whatever kind. */
export const restrictedRead = defineEvent('restricted-thing-read', {
  subject: 'thing',
  detail: z.object({ ground: z.string().trim().min(1) }),
  sentence: ({ ground }) => `Read it, as ${ground}`,
});

/** A name was erased from the trail. The database erases it because this is recorded: see migration 0004. */
export const actorNameErased = defineEvent('actor-name-erased', {
  subject: 'actor',
  detail: z.object({ reason: z.string().trim().min(1) }),
  sentence: ({ reason }) => `Erased a name from the trail: ${reason}`,
});

/** A key that signs checkpoints came into use. Its subject is the public key, which the verifier reads here. */
export const checkpointKeyMade = defineEvent('checkpoint-key-made', {
  subject: 'checkpoint-key',
  detail: z.object({}),
  sentence: (_, { ref }) => `Began to sign checkpoints with the key ${ref}`,
});

/** What this module itself writes in the trail. */
export const auditEvents = [restrictedRead, actorNameErased, checkpointKeyMade];
