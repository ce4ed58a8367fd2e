import { withoutHiddenCharacters } from '../../../platform/hidden-characters.ts';
import { isRole, type Role } from '../../identity/index.ts';

/** What the council's own sign-in says of somebody, once its signature was checked. */
export interface OutsideClaims {
  readonly issuer: string;
  readonly subject: string;
  /** Their address at work, as the provider knows it; for tying to an account that is there, never to know them again. */
  readonly address: string | undefined;
  readonly forenames: string;
  readonly surname: string;
  /** App roles or groups; `too-many` where the provider says that they do not fit in the token. */
  readonly roles: readonly string[] | 'too-many';
}

type Claims = Readonly<Record<string, unknown>>;

/** More than any provider puts into a token; what is beyond is not read. */
const MOST_ROLES = 10_000;

/**
 * Reads the claims of an ID token and of the provider's word on the person. Never trusts a shape and never throws; null
 * where they do not say who it is.
 */
export function readClaims(claims: Claims, issuer: string, roleClaim: string): OutsideClaims | null {
  const subject = subjectOf(own(claims, 'sub'));
  if (subject === undefined) return null;
  return {
    issuer,
    subject,
    address: addressOf(claims, issuer),
    ...nameOf(claims),
    roles: rolesIn(claims, roleClaim),
  };
}

/** Whether what the ID token says is enough, or the provider has to be asked for more. */
export function saysEnough(claims: Claims, roleClaim: string): boolean {
  const roles = rolesIn(claims, roleClaim);
  const saysRoles = roles === 'too-many' || valueOfClaim(claims, roleClaim) !== undefined;
  return saysRoles && ADDRESSES.some((name) => textOf(claims, name) !== undefined);
}

/** The roles that app roles or groups stand for here; whatever is mapped to nothing gives nothing. */
export function mappedRoles(
  values: readonly string[],
  mapping: readonly { readonly value: string; readonly role: string }[],
): readonly Role[] {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  const roles = mapping.filter(({ value }) => wanted.has(value.toLowerCase())).map(({ role }) => role);
  return [...new Set(roles)].filter(isRole).toSorted();
}

/**
 * The provider's own number for somebody: up to 255 ASCII characters (OpenID Connect Core 1.0, section 2). Taken whole
 * or not at all: two that were cut or trimmed might be one.
 */
function subjectOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\x20-\x7e]{1,255}$/.test(value) ? value : undefined;
}

const ADDRESSES = ['email', 'preferred_username', 'upn'] as const;

/**
 * An address that its provider did not check may be anybody's, and that of a guest was given out by another
 * organisation (`idp` names it, `acct` is 1). Entra ID says nothing of checking what it gave out itself.
 */
function addressOf(claims: Claims, issuer: string): string | undefined {
  const checked = own(claims, 'email_verified') ?? own(claims, 'xms_edov');
  if (![undefined, true, 'true', 1, '1'].includes(checked as string | undefined)) return undefined;
  const from = own(claims, 'idp');
  if (from !== undefined && from !== issuer) return undefined;
  if ([1, '1'].includes(own(claims, 'acct') as string)) return undefined;
  const address = ADDRESSES.map((name) => textOf(claims, name)).find((text) => text?.includes('@'));
  return address !== undefined && address.length <= 254 && !/\s/.test(address)
    ? address.toLowerCase()
    : undefined;
}

const LONGEST_FORENAMES = 120;
const LONGEST_SURNAME = 80;

/** Their name in parts; "Larkspur, Jo (Education)", as many directories print it, is read as well. */
function nameOf(claims: Claims): Pick<OutsideClaims, 'forenames' | 'surname'> {
  const given = textOf(claims, 'given_name');
  const family = textOf(claims, 'family_name');
  const whole = (textOf(claims, 'name') ?? '').replaceAll(/\s*\([^)]*\)/g, '').trim();
  const [surname, forenames] = whole.includes(',') ? splitAtComma(whole) : splitAtLastSpace(whole);
  const otherwise = surname === '' ? (textOf(claims, 'preferred_username') ?? 'Unnamed') : surname;
  return {
    forenames: cut(given ?? (family === undefined ? forenames : ''), LONGEST_FORENAMES),
    surname: cut(family ?? otherwise, LONGEST_SURNAME),
  };
}

function splitAtComma(whole: string): [surname: string, forenames: string] {
  const [surname = '', forenames = ''] = whole.split(',').map((part) => part.trim());
  return surname === '' ? [forenames, ''] : [surname, forenames];
}

function splitAtLastSpace(whole: string): [surname: string, forenames: string] {
  const words = whole.split(' ');
  return [words.at(-1) ?? '', words.slice(0, -1).join(' ')];
}

/**
 * With more groups than fit (Entra ID: 200), the token carries in their place where to ask for them: `_claim_names`,
 * or `hasgroups`. App roles are never left out so.
 */
function rolesIn(claims: Claims, roleClaim: string): OutsideClaims['roles'] {
  const value = valueOfClaim(claims, roleClaim);
  if (Array.isArray(value))
    return value.slice(0, MOST_ROLES).filter((item): item is string => typeof item === 'string');
  if (typeof value === 'string') return [value];
  const elsewhere = own(claims, '_claim_names');
  const named = isRecord(elsewhere) && Object.hasOwn(elsewhere, roleClaim);
  const has = roleClaim === 'groups' && [true, 'true'].includes(own(claims, 'hasgroups') as string);
  return named || has ? 'too-many' : [];
}

/** The claim of that name; else, where the name has dots, what lies inside: Keycloak has `realm_access.roles`. */
function valueOfClaim(claims: Claims, name: string): unknown {
  const whole = own(claims, name);
  if (whole !== undefined || !name.includes('.')) return whole;
  return name
    .split('.')
    .reduce<unknown>((inside, part) => (isRecord(inside) ? own(inside, part) : undefined), claims);
}

/** Text in one line, without characters that nobody can see or that turn the direction of what follows. */
function textOf(claims: Claims, name: string): string | undefined {
  const value = own(claims, name);
  if (typeof value !== 'string') return undefined;
  const text = withoutHiddenCharacters(value.slice(0, 1000).replaceAll(/\s+/g, ' ')).trim();
  return text === '' ? undefined : text;
}

function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('').trim();
}

/** Only what was sent: nothing that every object has. */
function own(claims: Claims, name: string): unknown {
  return Object.hasOwn(claims, name) ? claims[name] : undefined;
}

function isRecord(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
