import { z } from 'zod';
import { ROLES, type Role } from '../../identity/index.ts';
import { isSafeAddress } from './provider-address.rule.ts';

/** How many values of the provider can be given a role here. */
export const MAPPING_ROWS = 12;

/** The boxes of each row: `value-1` and `role-1`. */
export const mappingRows: readonly { readonly value: string; readonly role: string }[] = Array.from(
  { length: MAPPING_ROWS },
  (_, index) => ({ value: `value-${index + 1}`, role: `role-${index + 1}` }),
);

/** As `textField`, but what goes together is looked at all the same where one is empty. */
const text = (missing: string, most: number, tooLong: string) =>
  z.string({ error: missing }).trim().min(1, { error: missing }).max(most, { error: tooLong });

const optional = z.string().trim().max(500, { error: 'This must be 500 characters or fewer' }).default('');

const rowFields = Object.fromEntries(
  mappingRows.flatMap(({ value, role }) => [
    [value, optional],
    [role, z.union([z.enum(ROLES), z.literal('')], { error: 'Choose a role from the list' }).default('')],
  ]),
) as Record<`value-${number}`, typeof optional> &
  Record<`role-${number}`, z.ZodDefault<z.ZodType<Role | ''>>>;

/** How the council's own sign-in is connected. The secret is asked for by the route, which knows whether there is one. */
export const ProviderForm = z
  .object({
    name: text(
      'Enter what people call their account, like your Loamshire account',
      60,
      'What people call their account must be 60 characters or fewer',
    ),
    issuer: text(
      'Enter the address of the issuer, like https://login.microsoftonline.com/…/v2.0',
      500,
      'The address of the issuer must be 500 characters or fewer',
    ).refine(isSafeAddress, {
      error:
        'The address of the issuer must begin with https://, like https://login.microsoftonline.com/…/v2.0',
    }),
    clientId: text(
      'Enter the client ID that the provider gave Throughline',
      255,
      'The client ID must be 255 characters or fewer',
    ),
    clientSecret: z
      .string()
      .trim()
      .max(500, { error: 'The client secret must be 500 characters or fewer' })
      .default(''),
    withoutSecret: z
      .string()
      .optional()
      .transform((ticked) => ticked !== undefined),
    roleClaim: z
      .string()
      .trim()
      .max(255, { error: 'The name of the claim must be 255 characters or fewer' })
      .transform((text) => (text === '' ? 'roles' : text))
      .default('roles'),
    groupsUrl: z
      .string()
      .trim()
      .max(500, { error: 'The address must be 500 characters or fewer' })
      .refine((text) => text === '' || isSafeAddress(text), {
        error: 'The address for groups must begin with https://, or be left empty',
      })
      .transform((text) => (text === '' ? null : text))
      .default(null),
    ...rowFields,
  })
  .superRefine(
    (form, context) => {
      for (const [field, message] of togetherness(form))
        context.addIssue({ code: 'custom', path: [field], message });
    },
    // Told along with what is wrong by itself.
    { when: () => true },
  )
  .transform((form) => ({ ...form, roles: mappingOf(form as unknown as Readonly<Record<string, string>>) }));

/** What does not go together, by the field at which it is told. */
function togetherness(form: object): readonly (readonly [field: string, message: string])[] {
  const typed = new Map<string, unknown>(Object.entries(form));
  const isFilled = (name: string) => (typed.get(name) ?? '') !== '';
  const problems: [string, string][] = [];
  if (typed.get('withoutSecret') === true && isFilled('clientSecret'))
    problems.push(['clientSecret', 'Leave the client secret empty, or untick that there is none']);
  for (const { value, role } of mappingRows) {
    if (isFilled(value) && !isFilled(role))
      problems.push([role, `Choose the role that ${String(typed.get(value))} stands for`]);
    if (isFilled(role) && !isFilled(value))
      problems.push([value, 'Enter the value that stands for this role']);
  }
  return problems;
}

/** The rows that were filled, each once. */
function mappingOf(row: Readonly<Record<string, string>>): readonly { value: string; role: Role }[] {
  const filled = mappingRows.flatMap(({ value, role }) =>
    row[value] === '' ? [] : [{ value: row[value] ?? '', role: (row[role] ?? '') as Role }],
  );
  return [...new Map(filled.map((pair) => [`${pair.role} ${pair.value}`, pair])).values()];
}
