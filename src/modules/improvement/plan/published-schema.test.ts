import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { planReadingJsonSchema } from './plan-reading-schema.print.ts';

/** Written by `npx vitest run src/modules/improvement/plan/published-schema.test.ts --update`. */
it('docs/plan-reading.schema.json is the shape that --json prints', async () => {
  await expect(`${JSON.stringify(planReadingJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    fileURLToPath(new URL('../../../../docs/plan-reading.schema.json', import.meta.url)),
  );
});
