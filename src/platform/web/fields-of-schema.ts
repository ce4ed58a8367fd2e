import { z } from 'zod';

/**
 * The fields that a schema of a form names, by whichever way it says so.
 * @returns undefined where it takes any field, or where its fields cannot be told
 */
export function fieldsOfSchema(schema: z.core.$ZodType): ReadonlySet<string> | undefined {
  if (schema instanceof z.ZodObject) {
    const others = schema.def.catchall;
    return others === undefined || others instanceof z.ZodNever
      ? new Set(Object.keys(schema.shape))
      : undefined;
  }
  if (schema instanceof z.ZodPipe) return fieldsOfSchema(schema.in);
  if (schema instanceof z.ZodIntersection) return joined([schema.def.left, schema.def.right]);
  if (schema instanceof z.ZodUnion) return joined(schema.options);
  return undefined;
}

function joined(schemas: readonly z.core.$ZodType[]): ReadonlySet<string> | undefined {
  const all = new Set<string>();
  for (const schema of schemas) {
    const fields = fieldsOfSchema(schema);
    if (fields === undefined) return undefined;
    for (const field of fields) all.add(field);
  }
  return all;
}
