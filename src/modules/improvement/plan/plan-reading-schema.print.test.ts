import { expect, it } from 'vitest';
import { planReadingJsonSchema } from './plan-reading-schema.print.ts';

it('publishes the shape of a reading, field by field', () => {
  const schema = JSON.stringify(planReadingJsonSchema());
  for (const field of [
    'priorities',
    'accountableLeads',
    'outcomes',
    'actions',
    'crossReferences',
    'jointWith',
    'milestones',
    'timescaleAsPrinted',
    'periods',
    'leadsInherited',
    'measures',
    'reading',
    'problems',
    'proposal',
  ]) {
    expect(schema).toContain(`"${field}"`);
  }
  expect(planReadingJsonSchema()['type']).toBe('object');
});
