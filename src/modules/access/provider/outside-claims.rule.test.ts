import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../../../test/support/rounds.ts';
import { mappedRoles, readClaims, saysEnough } from './outside-claims.rule.ts';

const ISSUER = 'https://login.loamshire.example/v2.0';

function read(claims: Readonly<Record<string, unknown>>, roleClaim = 'roles') {
  return readClaims({ sub: '1', ...claims }, ISSUER, roleClaim);
}

describe('the roles that came', () => {
  it.each<[string, Record<string, unknown>, string, readonly string[] | 'too-many']>([
    ['app roles', { roles: ['Plan.Manage', 'Plan.Read'] }, 'roles', ['Plan.Manage', 'Plan.Read']],
    ['none given', {}, 'roles', []],
    ['one as text', { role: 'Plan.Manage' }, 'role', ['Plan.Manage']],
    ['groups', { groups: ['a', 'b'] }, 'groups', ['a', 'b']],
    [
      'groups by another name',
      { 'https://loamshire.example/groups': ['a'] },
      'https://loamshire.example/groups',
      ['a'],
    ],
    ['roles inside another claim', { realm_access: { roles: ['lead'] } }, 'realm_access.roles', ['lead']],
    ['a name with a dot that stands whole', { 'a.b': ['whole'], a: { b: ['inside'] } }, 'a.b', ['whole']],
    ['groups that are elsewhere', { _claim_names: { groups: 'src1' } }, 'groups', 'too-many'],
    ['groups left out, as told by a flag', { hasgroups: true }, 'groups', 'too-many'],
    ['groups left out, as told by text', { hasgroups: 'true' }, 'groups', 'too-many'],
    [
      'groups elsewhere where app roles count',
      { _claim_names: { groups: 'src1' }, hasgroups: true },
      'roles',
      [],
    ],
    ['a flag that says no', { hasgroups: false }, 'groups', []],
    [
      'groups that came although some are elsewhere',
      { groups: ['a'], _claim_names: { groups: 'x' } },
      'groups',
      ['a'],
    ],
    ['a number', { roles: 7 }, 'roles', []],
    ['an object', { roles: { admin: true } }, 'roles', []],
    ['a list of all kinds of things', { roles: ['a', null, 1, { b: 2 }, ['c'], 'd'] }, 'roles', ['a', 'd']],
    ['names that are no object', { _claim_names: ['groups'] }, 'groups', []],
    ['names that are nothing', { _claim_names: null }, 'groups', []],
    ['a claim every object has', {}, 'constructor', []],
    ['the claim of all claims', {}, '__proto__', []],
    ['the way into every object', { a: {} }, 'a.constructor.name', []],
  ])('%s', (_, claims, roleClaim, roles) => {
    expect(read(claims, roleClaim)?.roles).toEqual(roles);
  });
});

describe('the address, for tying to an account', () => {
  it.each<[string, Record<string, unknown>, string | undefined]>([
    ['checked', { email: 'Jo@Loamshire.example', email_verified: true }, 'jo@loamshire.example'],
    ['checked, as text', { email: 'jo@loamshire.example', email_verified: 'true' }, 'jo@loamshire.example'],
    ['nothing said of checking', { email: 'jo@loamshire.example' }, 'jo@loamshire.example'],
    ['not checked', { email: 'jo@loamshire.example', email_verified: false }, undefined],
    ['not checked, as text', { email: 'jo@loamshire.example', email_verified: 'false' }, undefined],
    ['a shape nobody expects', { email: 'jo@loamshire.example', email_verified: {} }, undefined],
    [
      'not checked, and nothing else taken instead',
      { email: 'jo@loamshire.example', email_verified: false, preferred_username: 'jo@loamshire.example' },
      undefined,
    ],
    ['of a domain nobody owns', { email: 'jo@loamshire.example', xms_edov: false }, undefined],
    ['of a domain somebody owns', { email: 'jo@loamshire.example', xms_edov: '1' }, 'jo@loamshire.example'],
    ['of a guest', { email: 'jo@loamshire.example', idp: 'https://sts.elsewhere.example/' }, undefined],
    ['of a guest by flag', { email: 'jo@loamshire.example', acct: 1 }, undefined],
    ['of a member', { email: 'jo@loamshire.example', acct: 0, idp: ISSUER }, 'jo@loamshire.example'],
    [
      'the name they sign in with there',
      { preferred_username: 'jo@loamshire.example' },
      'jo@loamshire.example',
    ],
    ['a name that is no address', { preferred_username: 'jo' }, undefined],
    [
      'an address after a name that is none',
      { preferred_username: 'jo', upn: 'jo@l.example' },
      'jo@l.example',
    ],
    ['two addresses in one', { email: 'a@b.example c@d.example' }, undefined],
    ['too long', { email: `${'a'.repeat(300)}@b.example` }, undefined],
    ['a list', { email: ['jo@loamshire.example'] }, undefined],
  ])('%s', (_, claims, address) => {
    expect(read(claims)?.address).toBe(address);
  });
});

describe('the name', () => {
  it.each<[Record<string, unknown>, string, string]>([
    [{ given_name: 'Jo Anne', family_name: 'Larkspur' }, 'Jo Anne', 'Larkspur'],
    [{ name: 'Jo Anne Larkspur' }, 'Jo Anne', 'Larkspur'],
    [{ name: 'Larkspur, Jo (Education)' }, 'Jo', 'Larkspur'],
    [{ name: 'van der Berg, Jo' }, 'Jo', 'van der Berg'],
    [{ name: 'Larkspur' }, '', 'Larkspur'],
    [{ name: ', Jo' }, '', 'Jo'],
    [{ given_name: 'Jo', name: 'Jo Larkspur' }, 'Jo', 'Larkspur'],
    [{ family_name: 'Larkspur', name: 'Somebody Else' }, '', 'Larkspur'],
    [{ preferred_username: 'jo.larkspur@l.example' }, '', 'jo.larkspur@l.example'],
    [{ name: '(Education)' }, '', 'Unnamed'],
    [{}, '', 'Unnamed'],
    [{ name: 42, given_name: [], family_name: {} }, '', 'Unnamed'],
    [{ given_name: ' Jo\u0000\n ', family_name: '\u202eruspkraL\u2066' }, 'Jo', 'ruspkraL'],
    [{ given_name: 'J'.repeat(500), family_name: '🦆'.repeat(500) }, 'J'.repeat(120), '🦆'.repeat(80)],
  ])('%j', (claims, forenames, surname) => {
    expect(read(claims)).toMatchObject({ forenames, surname });
  });
});

describe('who it is', () => {
  it.each([
    ['0f8fad5b-d9cb', true],
    ['x'.repeat(255), true],
    ['a b', true],
    [' a', true],
    ['x'.repeat(256), false],
    ['', false],
    ['a\u0000', false],
    ['a\n', false],
    ['é', false],
    [7, false],
    [undefined, false],
    [['1'], false],
  ])('%j: %s', (sub, isSomebody) => {
    expect(readClaims({ sub }, ISSUER, 'roles')?.subject).toBe(isSomebody ? sub : undefined);
  });
});

it.each<[Record<string, unknown>, boolean]>([
  [{ roles: ['a'], preferred_username: 'jo' }, true],
  [{ roles: [], email: 'jo@l.example' }, true],
  [{ roles: ['a'] }, false],
  [{ preferred_username: 'jo' }, false],
])('%j says enough: %s', (claims, enough) => {
  expect(saysEnough(claims, 'roles')).toBe(enough);
});

it('gives for each value the roles it stands for, whatever its capitals, each once, and nothing that is no role', () => {
  const mapping = [
    { value: 'Plan.Manage', role: 'programme-manager' },
    { value: 'Plan.Manage', role: 'analyst' },
    { value: 'b', role: 'analyst' },
    { value: 'c', role: 'emperor' },
  ];
  expect(mappedRoles(['PLAN.manage', 'b', 'c', 'd'], mapping)).toEqual(['analyst', 'programme-manager']);
  expect(mappedRoles([], mapping)).toEqual([]);
});

it('never throws, and never gives anything but what it promises', () => {
  const claim = fc.oneof(
    fc.constantFrom(
      'sub',
      'roles',
      'groups',
      '_claim_names',
      'email',
      'email_verified',
      'name',
      'family_name',
      'idp',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.dictionary(claim, fc.anything()),
      fc.oneof(claim, fc.constant('a.b.c')),
      (claims, roleClaim) => {
        const found = read(claims, roleClaim);
        saysEnough(claims, roleClaim);
        if (found === null) return;
        expect(found.surname).not.toBe('');
        expect(found.surname).not.toMatch(/\p{Cc}/u);
        const roles = found.roles === 'too-many' ? [] : found.roles;
        expect(roles.every((role) => typeof role === 'string')).toBe(true);
      },
    ),
    { numRuns: rounds(1000) },
  );
});
